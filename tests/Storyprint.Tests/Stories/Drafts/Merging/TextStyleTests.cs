using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts.Merging;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Stories.Drafts.Merging;

public sealed class TextStyleTests
{
    [Theory]
    [InlineData(Emphasis.None, Emphasis.Strong, Emphasis.Italic, Emphasis.Strong | Emphasis.Italic)]
    [InlineData(Emphasis.Strong, Emphasis.None, Emphasis.Strong | Emphasis.Italic, Emphasis.Italic)]
    [InlineData(Emphasis.Strong, Emphasis.None, Emphasis.None, Emphasis.None)]
    public void What_both_changed_of_the_emphasis_is_done(Emphasis before, Emphasis ours, Emphasis theirs, Emphasis merged) =>
        Assert.Equal(new TextStyle(merged, null, null), TextStyle.Merge(Style(before), Style(ours), Style(theirs)));

    [Fact]
    public void A_link_that_one_set_stays_and_two_links_are_no_style()
    {
        Assert.Equal(Linked("/a") with { Emphasis = Emphasis.Strong }, TextStyle.Merge(TextStyle.Plain, Linked("/a"), Style(Emphasis.Strong)));
        Assert.Null(TextStyle.Merge(TextStyle.Plain, Linked("/a"), Linked("/b")));
        Assert.Equal(Linked("/a"), StyleChange.Between(TextStyle.Plain, Linked("/a")).Apply(TextStyle.Plain));
        Assert.Equal(Linked("/b"), StyleChange.Between(TextStyle.Plain, Linked("/a")).Apply(Linked("/b")));
    }

    private static TextStyle Style(Emphasis emphasis) => new(emphasis, null, null);

    private static TextStyle Linked(string path) => new(Emphasis.None, LinkTarget.TryParse(path, out var link) ? link : null, null);
}
