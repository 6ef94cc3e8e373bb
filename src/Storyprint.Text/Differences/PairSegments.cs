using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Splits a pair of paragraphs into segments: changed stretches, and between them equal words whose typography is compared.</summary>
internal sealed class PairSegments(TokenizedParagraph before, TokenizedParagraph after)
{
    private readonly List<Segment> segments = [];
    private readonly List<TextChange> changes = [];

    // The next significant token, and the next token of any kind, on either side.
    private int place;
    private int placeAfter;
    private int written;
    private int writtenAfter;

    public static (List<Segment> Segments, List<TextChange> Changes) Of(TokenizedParagraph before, TokenizedParagraph after, WorkBudget budget)
    {
        if (before.Text == after.Text)
        {
            return (before.Text.Length == 0 ? [] : [new Segment(SegmentKind.Same, before.Text)], []);
        }

        var pair = new PairSegments(before, after);
        pair.Write(WordRegions.Between(before, after, budget));
        return (pair.segments, pair.changes);
    }

    // Between equal tokens there are only spaces, so both sides stay in step.
    private void Write(List<Region> regions)
    {
        foreach (var region in regions)
        {
            WriteEqualUpTo(region.BeforeFrom);
            WriteUpTo(Start(before, region.BeforeTo), Start(after, region.AfterTo));
            (place, placeAfter) = (region.BeforeTo, region.AfterTo);
        }

        WriteEqualUpTo(before.Significant.Length);
        WriteUpTo(before.Tokens.Count, after.Tokens.Count);
    }

    private void WriteEqualUpTo(int end)
    {
        for (; place < end; place++, placeAfter++)
        {
            WriteUpTo(Start(before, place), Start(after, placeAfter));
            WriteUpTo(Start(before, place) + 1, Start(after, placeAfter) + 1);
        }
    }

    private static int Start(TokenizedParagraph paragraph, int place) =>
        place < paragraph.Significant.Length ? paragraph.Significant[place] : paragraph.Tokens.Count;

    private void WriteUpTo(int leftEnd, int rightEnd)
    {
        var (left, right) = (written, writtenAfter);
        (written, writtenAfter) = (leftEnd, rightEnd);
        while (left < leftEnd && right < rightEnd && IsSameSpace(left, right))
        {
            Append(SegmentKind.Same, before.Slice(left++, left));
            right++;
        }

        var (leftTo, rightTo) = (leftEnd, rightEnd);
        while (leftTo > left && rightTo > right && IsSameSpace(leftTo - 1, rightTo - 1))
        {
            (leftTo, rightTo) = (leftTo - 1, rightTo - 1);
        }

        WriteChange(left, leftTo, right, rightTo);
        Append(SegmentKind.Same, before.Slice(leftTo, leftEnd));
    }

    private bool IsSameSpace(int left, int right) =>
        before.Tokens[left].Kind == TokenKind.Space && after.Tokens[right].Kind == TokenKind.Space
        && before.Slice(left, left + 1) == after.Slice(right, right + 1);

    private void WriteChange(int left, int leftEnd, int right, int rightEnd)
    {
        var (removed, added) = (before.Slice(left, leftEnd), after.Slice(right, rightEnd));
        if (removed == added)
        {
            Append(SegmentKind.Same, removed);
            return;
        }

        var isTypography = before.SpellingOf(left, leftEnd) == after.SpellingOf(right, rightEnd);
        var weight = isTypography ? DifferenceClass.Typography : DifferenceClass.Alteration;
        var (old, now) = (new TokenRange(before, left, leftEnd), new TokenRange(after, right, rightEnd));
        var marks = isTypography ? AlterationMarks.None : AlterationClassifier.Of(old, now);
        changes.Add(new TextChange(old, now, weight));
        Append(SegmentKind.Removed, removed, weight, marks);
        Append(SegmentKind.Added, added, weight, marks);
    }

    private void Append(SegmentKind kind, string text, DifferenceClass weight = DifferenceClass.None, AlterationMarks marks = AlterationMarks.None)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (kind == SegmentKind.Same && segments is [.., { Kind: SegmentKind.Same } last])
        {
            segments[^1] = last with { Text = last.Text + text };
        }
        else
        {
            segments.Add(new Segment(kind, text, weight, marks));
        }
    }
}
