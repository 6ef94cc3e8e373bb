using Storyprint.Newsroom.Releases;
using Storyprint.Text.Differences;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public sealed class PictureSizesTests
{
    [Fact]
    public void A_picture_in_the_text_is_as_wide_as_its_column_and_on_a_phone_as_the_screen_without_its_margins() =>
        Assert.Equal("(min-width: 729px) 684px, calc(100vw - 45px)", PictureSizes.UpTo(PictureSizes.InText));

    [Fact]
    public void RevisionComparison_compares_the_text_and_not_what_stands_beside_it()
    {
        var before = StoriesInStates.English("Ferry", "The ferry carries 12 people.");
        var same = RevisionComparison.Compare(before, before with { Section = "sea" });
        Assert.All(same.Paragraphs, line => Assert.Equal(ParagraphDifferenceKind.Same, line.Kind));
        var other = RevisionComparison.Compare(before, StoriesInStates.English("Ferry", "The ferry carries 16 people."));
        Assert.Contains(other.Paragraphs, line => line.Kind == ParagraphDifferenceKind.Changed);
    }
}
