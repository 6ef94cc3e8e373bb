using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

public sealed class PairSegmentsTests
{
    [Theory]
    [InlineData("The ferry leaves at nine.")]
    [InlineData("")]
    public void An_unchanged_paragraph_is_one_segment_or_none(string text)
    {
        var (segments, changes) = Of(text, text);
        Assert.Equal(text.Length == 0 ? [] : [new Segment(SegmentKind.Same, text)], segments);
        Assert.Empty(changes);
    }

    [Fact]
    public void Other_quotation_marks_are_typography_and_bear_no_marks()
    {
        var (segments, changes) = Of("She said \"no\" twice.", "She said “no” twice.");
        Assert.All(segments.Where(segment => segment.Kind != SegmentKind.Same), segment => Assert.Equal((DifferenceClass.Typography, AlterationMarks.None), (segment.Class, segment.Marks)));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void A_changed_number_is_an_alteration_marked_on_both_halves()
    {
        var (segments, changes) = Of("Twelve people saw 40 boats.", "Twelve people saw 60 boats.");
        Assert.Equal(
            [new Segment(SegmentKind.Removed, "40", DifferenceClass.Alteration, AlterationMarks.Number), new Segment(SegmentKind.Added, "60", DifferenceClass.Alteration, AlterationMarks.Number)],
            segments.Where(segment => segment.Kind != SegmentKind.Same));
        Assert.Single(changes);
    }

    [Theory]
    [InlineData("The ferry  leaves at nine .", "The ferry leaves at\u00A0ten.")]
    [InlineData("One. Two. Three.", "Three. One! Two,")]
    [InlineData("", "Something came.")]
    [InlineData("Everything went.", " ")]
    public void Both_texts_can_be_put_together_again(string before, string after)
    {
        var segments = Of(before, after).Segments;
        Assert.Equal(before, string.Concat(segments.Where(segment => segment.Kind != SegmentKind.Added).Select(segment => segment.Text)));
        Assert.Equal(after, string.Concat(segments.Where(segment => segment.Kind != SegmentKind.Removed).Select(segment => segment.Text)));
    }

    private static (List<Segment> Segments, List<TextChange> Changes) Of(string before, string after) =>
        PairSegments.Of(Compared.Tokenized(before), Compared.Tokenized(after), new WorkBudget(WorkBudget.OfOneComparison));
}
