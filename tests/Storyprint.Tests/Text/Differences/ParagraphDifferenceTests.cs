using Storyprint.Text.Differences;
using static Storyprint.Text.Differences.ParagraphDifferenceKind;

namespace Storyprint.Tests.Text.Differences;

public sealed class ParagraphDifferenceTests
{
    private const string Doors = "The doors of the library stuck a little at nine on Saturday morning, and then they opened.";
    private const string Flood = "A flooded basement had closed the building three years ago, and the roof had to be renewed.";
    private const string Letters = "Eleven thousand letters from readers brought it back, the mayor told a small crowd.";

    [Fact]
    public void Equal_texts_are_identical() => Assert.True(Compared.Texts([Doors, Flood], [Doors, Flood]).IsIdentical);

    [Fact]
    public void An_inserted_paragraph_is_added() => Assert.Equal([Same, Added, Same], Kinds([Doors, Letters], [Doors, Flood, Letters]));

    [Fact]
    public void A_paragraph_left_out_is_removed() => Assert.Equal([Same, Removed, Same], Kinds([Doors, Flood, Letters], [Doors, Letters]));

    [Fact]
    public void A_paragraph_with_a_changed_word_is_changed() =>
        Assert.Equal([Same, Changed], Kinds([Doors, Flood], [Doors, Flood.Replace("three", "four", StringComparison.Ordinal)]));

    [Fact]
    public void A_moved_paragraph_is_moved_and_shows_its_changes()
    {
        var changed = Letters.Replace("Eleven", "Twelve", StringComparison.Ordinal);
        var comparison = Compared.Texts([Letters, Doors, Flood], [Doors, Flood, changed]);
        Assert.Equal([MovedAway, Same, Same, MovedHere], comparison.Paragraphs.Select(line => line.Kind));
        Assert.Equal((0, 2), (comparison.Paragraphs[3].BeforeIndex, comparison.Paragraphs[3].AfterIndex));
        Assert.StartsWith("[-Eleven-]{+Twelve+} thousand", Compared.Line(comparison.Paragraphs[3]), StringComparison.Ordinal);
        Assert.Equal((1, 1), (comparison.Moved, comparison.Alterations));
    }

    [Fact]
    public void A_moved_paragraph_is_not_typography_only() => Assert.False(Compared.Texts([Doors, Flood], [Flood, Doors]).IsTypographyOnly);

    [Fact]
    public void Of_two_paragraphs_that_changed_places_the_shorter_has_moved() =>
        Assert.Equal([MovedAway, Same, MovedHere], Kinds(["Three words here", Doors], [Doors, "Three words here"]));

    [Fact]
    public void A_rewritten_short_paragraph_is_changed_in_its_place() =>
        Assert.Equal([Same, Changed, Same], Kinds([Doors, "Three years of work", Flood], [Doors, "Four years waiting", Flood]));

    [Fact]
    public void Unlike_paragraphs_are_no_pair() => Assert.Equal([Removed, Added], Kinds([Doors], ["Nothing whatever shared."]));

    [Fact]
    public void Repeated_ornaments_do_not_move() =>
        Assert.Equal([Same, Same, Added, Added, Same, Same, Same], Kinds([Doors, "***", Flood, "***", Letters], [Doors, "***", "An interlude.", "***", Flood, "***", Letters]));

    [Fact]
    public void Another_tag_is_a_change_of_its_own()
    {
        var comparison = TextComparison.Of([new("text", Doors)], [new("quote", Doors)]);
        Assert.Equal((1, 0), (comparison.Retagged, comparison.Alterations));
        Assert.False(comparison.IsIdentical || comparison.IsTypographyOnly);
        Assert.Equal(("text", "quote"), (comparison.Paragraphs[0].FormerTag, comparison.Paragraphs[0].Tag));
    }

    private static IEnumerable<ParagraphDifferenceKind> Kinds(string[] before, string[] after) =>
        Compared.Texts(before, after).Paragraphs.Select(line => line.Kind);
}
