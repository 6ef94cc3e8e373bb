namespace Storyprint.Text.Differences;

/// <summary>Puts the lines of a comparison in reading order: in each gap between unmoved paragraphs what went, then what came.</summary>
internal sealed class ComparisonLines
{
    private readonly NegationWords negations;
    private readonly WorkBudget budget;
    private readonly TokenizedParagraph[] before;
    private readonly TokenizedParagraph[] after;
    private readonly Dictionary<int, int> partnerOfBefore;
    private readonly Dictionary<int, int> partnerOfAfter;
    private readonly List<ParagraphPair> unmoved;

    public ComparisonLines(
        IReadOnlyList<ComparedParagraph> before, IReadOnlyList<ComparedParagraph> after, NegationWords negations, WorkBudget budget)
    {
        (this.negations, this.budget) = (negations, budget);
        this.before = [.. before.Select(paragraph => new TokenizedParagraph(paragraph))];
        this.after = [.. after.Select(paragraph => new TokenizedParagraph(paragraph))];
        var pairs = ParagraphPairs.Of(this.before, this.after, budget);
        partnerOfBefore = pairs.ToDictionary(pair => pair.Before, pair => pair.After);
        partnerOfAfter = pairs.ToDictionary(pair => pair.After, pair => pair.Before);
        unmoved = InOrder.Of(pairs, pair => this.before[pair.Before].Words.Length);
    }

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

    private ParagraphDifference Unmoved(int left, int right)
    {
        var isSame = before[left].Text == after[right].Text && before[left].Tag == after[right].Tag;
        return Pair(isSame ? ParagraphDifferenceKind.Same : ParagraphDifferenceKind.Changed, left, right);
    }

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

    private ParagraphDifference Pair(ParagraphDifferenceKind kind, int left, int right) => new()
    {
        Kind = kind,
        BeforeIndex = left,
        AfterIndex = right,
        Tag = after[right].Tag,
        FormerTag = before[left].Tag == after[right].Tag ? null : before[left].Tag,
        Segments = PairSegments.Of(before[left], after[right], negations, budget),
    };

    private ParagraphDifference Alone(ParagraphDifferenceKind kind, SegmentKind side, TokenizedParagraph paragraph)
    {
        var isBlank = paragraph.Spelling.Length == 0;
        var whole = new TokenRange(paragraph, 0, paragraph.Tokens.Count);
        var marks = isBlank ? AlterationMarks.None : MarksOfChange.Of(whole, whole with { To = 0 }, negations);
        var weight = isBlank ? DifferenceClass.Typography : DifferenceClass.Alteration;
        return new ParagraphDifference
        {
            Kind = kind,
            BeforeIndex = null,
            AfterIndex = null,
            Tag = paragraph.Tag,
            Segments = paragraph.Text.Length == 0 ? [] : [new Segment(side, paragraph.Text, weight, marks)],
        };
    }
}
