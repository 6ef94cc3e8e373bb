namespace Storyprint.Text.Differences;

/// <summary>One line of a comparison: a paragraph, or a pair of paragraphs, and what differs in it.</summary>
public sealed record ParagraphDifference
{
    public required ParagraphDifferenceKind Kind { get; init; }

    /// <summary>Index in the text before, from 0; null for an added paragraph. Both lines of a move have both indexes.</summary>
    public required int? BeforeIndex { get; init; }

    /// <summary>Index in the text after, from 0; null for a removed paragraph.</summary>
    public required int? AfterIndex { get; init; }

    /// <summary>Tag in the text after; of a removed paragraph, in the text before.</summary>
    public required string Tag { get; init; }

    /// <summary>Tag in the text before, where it differs.</summary>
    public string? FormerTag { get; init; }

    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>The same changes with both sides; for a moved paragraph, those at its new place.</summary>
    public IReadOnlyList<TextChange> Changes { get; init; } = [];

    /// <summary>The paragraph of the text before; null for an added one and at the new place of a moved one.</summary>
    public string? Before => Kind is ParagraphDifferenceKind.Added or ParagraphDifferenceKind.MovedHere ? null : Without(SegmentKind.Added);

    /// <summary>The paragraph of the text after; null for a removed one and at the old place of a moved one.</summary>
    public string? After => Kind is ParagraphDifferenceKind.Removed or ParagraphDifferenceKind.MovedAway ? null : Without(SegmentKind.Removed);

    /// <summary>Number of alterations; a replacement counts once.</summary>
    public int Alterations => Count(DifferenceClass.Alteration);

    /// <summary>Number of differences in typography; a replacement counts once.</summary>
    public int TypographyChanges => Count(DifferenceClass.Typography);

    private string Without(SegmentKind left) =>
        string.Concat(Segments.Where(segment => segment.Kind != left).Select(segment => segment.Text));

    private int Count(DifferenceClass wanted)
    {
        var count = 0;
        Segment? last = null;
        foreach (var segment in Segments)
        {
            var isSecondHalf = segment.Kind == SegmentKind.Added && last?.Kind == SegmentKind.Removed && last.Class == segment.Class;
            count += segment.Class == wanted && !isSecondHalf ? 1 : 0;
            last = segment;
        }

        return count;
    }
}
