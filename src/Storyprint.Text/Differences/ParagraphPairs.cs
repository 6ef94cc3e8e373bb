using System.Runtime.InteropServices;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>
/// Pairs the paragraphs of two texts: equal ones first, in order and then out of order; then the most similar ones anywhere; then those within the same gap,
/// with a lower threshold.
/// </summary>
internal sealed class ParagraphPairs(TokenizedParagraph[] before, TokenizedParagraph[] after, WorkBudget budget)
{
    private readonly int[] partnerOfBefore = NoPartners(before.Length);
    private readonly int[] partnerOfAfter = NoPartners(after.Length);

    public static List<ParagraphPair> Of(TokenizedParagraph[] before, TokenizedParagraph[] after, WorkBudget budget)
    {
        var pairs = new ParagraphPairs(before, after, budget);
        pairs.TakeEqual();
        foreach (var (left, right) in SimilarParagraphs.MaxSimilarFirst(before, after, pairs.partnerOfBefore, pairs.partnerOfAfter))
        {
            pairs.Take(left, right);
        }

        pairs.TakeGaps();
        return pairs.Taken();
    }

    private static int[] NoPartners(int length)
    {
        var partners = new int[length];
        partners.AsSpan().Fill(-1);
        return partners;
    }

    private void Take(int left, int right)
    {
        if (partnerOfBefore[left] < 0 && partnerOfAfter[right] < 0)
        {
            (partnerOfBefore[left], partnerOfAfter[right]) = (right, left);
        }
    }

    private List<ParagraphPair> Taken() => [.. Enumerable.Range(0, before.Length)
        .Where(left => partnerOfBefore[left] >= 0)
        .Select(left => new ParagraphPair(left, partnerOfBefore[left]))];

    private void TakeEqual()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] left = [.. before.Select(Number)];
        int[] right = [.. after.Select(Number)];
        var edit = MyersDiff.Between(left, right, budget);
        for (int x = 0, y = 0; x < left.Length && y < right.Length;)
        {
            if (edit.IsRemoved[x])
            {
                x++;
            }
            else if (edit.IsAdded[y])
            {
                y++;
            }
            else
            {
                Take(x++, y++);
            }
        }

        var free = Enumerable.Range(0, right.Length).Where(y => partnerOfAfter[y] < 0 && after[y].Words.Length > 0)
            .GroupBy(y => right[y]).ToDictionary(group => group.Key, group => new Queue<int>(group));
        for (var x = 0; x < left.Length; x++)
        {
            if (partnerOfBefore[x] < 0 && free.TryGetValue(left[x], out var places) && places.TryDequeue(out var y))
            {
                Take(x, y);
            }
        }

        int Number(TokenizedParagraph paragraph)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, paragraph.Spelling, out var known);
            return known ? number : number = numbers.Count;
        }
    }

    private void TakeGaps()
    {
        var (fromLeft, fromRight) = (0, 0);
        foreach (var pair in LongestIncreasingSubsequence.Of(Taken(), pair => before[pair.Before].Words.Length).Append(new(before.Length, after.Length)))
        {
            int[] left = [.. Enumerable.Range(fromLeft, pair.Before - fromLeft).Where(x => partnerOfBefore[x] < 0)];
            int[] right = [.. Enumerable.Range(fromRight, pair.After - fromRight).Where(y => partnerOfAfter[y] < 0)];
            foreach (var (x, y) in GapPairs.Of(before, after, left, right, budget))
            {
                Take(x, y);
            }

            (fromLeft, fromRight) = (pair.Before + 1, pair.After + 1);
        }
    }
}
