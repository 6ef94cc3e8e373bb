using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Pairs paragraphs within a gap between two unmoved ones, in order: rewritten headlines and short paragraphs share no run of three words.</summary>
internal static class GapPairs
{
    private const double MinSimilarity = 0.25;
    private const double SameTag = 0.05;
    private const long MaxCells = 10_000;
    private const int StepsOfWord = 4;

    public static IEnumerable<ParagraphPair> Of(
        TokenizedParagraph[] before, TokenizedParagraph[] after, int[] left, int[] right, WorkBudget budget)
    {
        var words = left.Sum(x => (long)before[x].Words.Length * right.Length) + right.Sum(y => (long)after[y].Words.Length * left.Length);
        if (left.Length == 0 || right.Length == 0 || (long)left.Length * right.Length > MaxCells || words * StepsOfWord > budget.Left)
        {
            return [];
        }

        budget.Spend(words * StepsOfWord);
        var scores = new double[left.Length + 1, right.Length + 1];
        for (var x = left.Length - 1; x >= 0; x--)
        {
            for (var y = right.Length - 1; y >= 0; y--)
            {
                var likeness = Score(before[left[x]], after[right[y]], isOnlyPair: left.Length == 1 && right.Length == 1);
                scores[x, y] = Math.Max(likeness + scores[x + 1, y + 1], Math.Max(scores[x + 1, y], scores[x, y + 1]));
            }
        }

        return Path(left, right, scores);
    }

    private static double Score(TokenizedParagraph before, TokenizedParagraph after, bool isOnlyPair)
    {
        var isSameTag = before.Tag == after.Tag;
        var likeness = Similarity.Of(before.Words, after.Words);
        if (likeness < MinSimilarity && !(isOnlyPair && isSameTag && Similarity.Containment(before.Words, after.Words) >= WordRegions.MinContainment))
        {
            return 0;
        }

        return likeness + (isSameTag ? SameTag : 0);
    }

    private static IEnumerable<ParagraphPair> Path(int[] left, int[] right, double[,] scores)
    {
        for (int x = 0, y = 0; x < left.Length && y < right.Length;)
        {
            if (scores[x, y] <= scores[x + 1, y])
            {
                x++;
            }
            else if (scores[x, y] <= scores[x, y + 1])
            {
                y++;
            }
            else
            {
                yield return new ParagraphPair(left[x++], right[y++]);
            }
        }
    }
}
