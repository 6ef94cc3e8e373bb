using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Web.Feeds;

namespace Storyprint.Tests.Web.Feeds;

public sealed class AbsoluteLinksTests
{
    private const string Origin = "https://ledger.example";

    [Theory]
    [InlineData("/en/topic/tea", "https://ledger.example/en/topic/tea")]
    [InlineData("https://other.example/a", "https://other.example/a")]
    [InlineData("mailto:editor@ledger.example", "mailto:editor@ledger.example")]
    public void Only_paths_of_the_publication_get_its_origin(string address, string expected)
    {
        Assert.Equal(expected, AbsoluteLinks.Address(address, Origin));
        var text = AbsoluteLinks.From(Linked(address), Origin);
        Assert.Equal(("Read ", null), (text.Runs[0].Text, text.Runs[0].Link));
        Assert.Equal(("this", expected), (text.Runs[1].Text, text.Runs[1].Link!.Value.Address));
    }

    [Fact]
    public void A_text_without_such_links_is_left_as_it_is()
    {
        var text = Linked("https://other.example/a");
        Assert.Same(text, AbsoluteLinks.From(text, Origin));
    }

    [Fact]
    public void Links_in_lists_are_made_absolute_and_depths_stay()
    {
        var list = AbsoluteLinks.From(new BulletList(true, [new ListItem(0, Linked("/a")), new ListItem(1, Linked("/b"))]), Origin);
        Assert.True(list.Ordered);
        Assert.Equal([(0, Origin + "/a"), (1, Origin + "/b")], list.Items.Select(item => (item.Depth, item.Text.Runs[1].Link!.Value.Address)));
    }

    private static RichText Linked(string address) =>
        new([new TextRun("Read "), new TextRun("this", Link: LinkTarget.TryParse(address, out var link) ? link : throw new ArgumentException(address, nameof(address)))]);
}
