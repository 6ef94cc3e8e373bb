using Storyprint.Text.Differences;

namespace Storyprint.Text.Matching;

/// <summary>Pages set names of places and sections in capitals, and browsers copy them so: that is typography.</summary>
internal static class PageCapitals
{
    /// <summary>Whether some words differ only in that they stand in capitals in the copy.</summary>
    public static bool AreAll(string published, string copied) =>
        string.Equals(published, copied, StringComparison.OrdinalIgnoreCase) && copied.Length > 1 && !copied.Any(char.IsLower);

    /// <summary>The comparison in which they are.</summary>
    public static TextComparison AsTypography(TextComparison comparison) =>
        comparison with { Paragraphs = [.. comparison.Paragraphs.Select(paragraph => paragraph with { Segments = AsTypography(paragraph.Segments) })] };

    private static List<Segment> AsTypography(IReadOnlyList<Segment> segments)
    {
        List<Segment> quiet = [.. segments];
        for (var index = 0; index + 1 < quiet.Count; index++)
        {
            if ((quiet[index], quiet[index + 1]) is ({ Kind: SegmentKind.Removed } removed, { Kind: SegmentKind.Added } added) && AreAll(removed.Text.Trim(), added.Text.Trim()))
            {
                quiet[index] = removed with { Class = DifferenceClass.Typography, Marks = AlterationMarks.None };
                quiet[index + 1] = added with { Class = DifferenceClass.Typography, Marks = AlterationMarks.None };
            }
        }

        return quiet;
    }
}
