using Storyprint.Text.Languages;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Puts the lines of a comparison in reading order: in each gap between unmoved paragraphs first what was removed, then what was added.</summary>
internal sealed class ComparisonLines
{
    private readonly WorkBudget budget;
    private readonly TokenizedParagraph[] before;
    private readonly TokenizedParagraph[] after;
    private readonly Dictionary<int, int> partnerOfBefore;
    private readonly Dictionary<int, int> partnerOfAfter;
    private readonly List<ParagraphPair> unmoved;

    public ComparisonLines(IReadOnlyList<ComparedParagraph> before, IReadOnlyList<ComparedParagraph> after, Language language, WorkBudget budget)
    {
        this.budget = budget;
        this.before = [.. before.Select(paragraph => new TokenizedParagraph(paragraph, language))];
        this.after = [.. after.Select(paragraph => new TokenizedParagraph(paragraph, language))];
        var pairs = Pairs();
        partnerOfBefore = pairs.ToDictionary(pair => pair.Before, pair => pair.After);
        partnerOfAfter = pairs.ToDictionary(pair => pair.After, pair => pair.Before);
        unmoved = pairs.Count == 0 ? [] : LongestIncreasingSubsequence.Of(pairs, pair => this.before[pair.Before].Text.Length);
    }

    public ComparisonWords Words => new(before, after);

    public List<ParagraphDifference> ToList()
    {
        var lines = new List<ParagraphDifference>(after.Length);
        var (x, y) = (0, 0);
        foreach (var pair in unmoved)
        {
            AddGap(pair.Before, pair.After);
            lines.Add(Unmoved(x++, y++));
        }

        AddGap(before.Length, after.Length);
        return lines;

        void AddGap(int left, int right)
        {
            while (x < left)
            {
                lines.Add(Gone(x++));
            }

            while (y < right)
            {
                lines.Add(Come(y++));
            }
        }
    }

    // The common beginning and end of both texts are paired directly and need not be tokenised.
    private List<ParagraphPair> Pairs()
    {
        var (start, shared) = (0, Math.Min(before.Length, after.Length));
        while (start < shared && IsSame(start, start))
        {
            start++;
        }

        var end = 0;
        while (end < shared - start && IsSame(before.Length - end - 1, after.Length - end - 1))
        {
            end++;
        }

        return
        [
            .. Enumerable.Range(0, start).Select(place => new ParagraphPair(place, place)),
            .. ParagraphPairs.Of(before[start..^end], after[start..^end], budget).Select(pair => new ParagraphPair(pair.Before + start, pair.After + start)),
            .. Enumerable.Range(1, end).Reverse().Select(place => new ParagraphPair(before.Length - place, after.Length - place)),
        ];
    }

    private bool IsSame(int left, int right) => before[left].Text == after[right].Text && before[left].Tag == after[right].Tag;

    private ParagraphDifference Unmoved(int left, int right) =>
        Pair(IsSame(left, right) ? ParagraphDifferenceKind.Same : ParagraphDifferenceKind.Changed, left, right);

    private ParagraphDifference Gone(int left) => partnerOfBefore.TryGetValue(left, out var right)
        ? new ParagraphDifference
        {
            Kind = ParagraphDifferenceKind.MovedAway,
            BeforeIndex = left,
            AfterIndex = right,
            Tag = before[left].Tag,
            Segments = before[left].Text.Length == 0 ? [] : [new Segment(SegmentKind.Same, before[left].Text)],
        }
        : Alone(ParagraphDifferenceKind.Removed, SegmentKind.Removed, before[left]) with { BeforeIndex = left };

    private ParagraphDifference Come(int right) => partnerOfAfter.TryGetValue(right, out var left)
        ? Pair(ParagraphDifferenceKind.MovedHere, left, right)
        : Alone(ParagraphDifferenceKind.Added, SegmentKind.Added, after[right]) with { AfterIndex = right };

    private ParagraphDifference Pair(ParagraphDifferenceKind kind, int left, int right)
    {
        var (segments, changes) = PairSegments.Of(before[left], after[right], budget);
        return new ParagraphDifference
        {
            Kind = kind,
            BeforeIndex = left,
            AfterIndex = right,
            Tag = after[right].Tag,
            FormerTag = before[left].Tag == after[right].Tag ? null : before[left].Tag,
            Segments = segments,
            Changes = changes,
        };
    }

    private static ParagraphDifference Alone(ParagraphDifferenceKind kind, SegmentKind side, TokenizedParagraph paragraph)
    {
        var isBlank = paragraph.Spelling.Length == 0;
        var whole = new TokenRange(paragraph, 0, paragraph.Tokens.Count);
        var marks = isBlank ? AlterationMarks.None : AlterationClassifier.Of(whole, whole with { To = 0 });
        var weight = isBlank ? DifferenceClass.Typography : DifferenceClass.Alteration;
        var nothing = whole with { To = 0 };
        return new ParagraphDifference
        {
            Kind = kind,
            BeforeIndex = null,
            AfterIndex = null,
            Tag = paragraph.Tag,
            Segments = paragraph.Text.Length == 0 ? [] : [new Segment(side, paragraph.Text, weight, marks)],
            Changes = paragraph.Text.Length == 0 ? [] : [side == SegmentKind.Added ? new TextChange(nothing, whole, weight) : new TextChange(whole, nothing, weight)],
        };
    }
}
