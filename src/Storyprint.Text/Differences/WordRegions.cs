using System.Runtime.InteropServices;
using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Finds the changed regions of a pair of paragraphs, in order.</summary>
internal static class WordRegions
{
    /// <summary>More words than this between the common ends are shown as replaced.</summary>
    public const int MaxWords = 5_000;

    /// <summary>Below this share of common words a word-by-word difference is noise.</summary>
    public const double MinContainment = 0.15;

    private const int LongestIsland = 8;

    public static List<Region> Between(TokenizedParagraph before, TokenizedParagraph after, WorkBudget budget)
    {
        var hasWords = before.Words.Length + after.Words.Length > 0;
        if (hasWords && Similarity.Containment(before.Words, after.Words) < MinContainment)
        {
            return [new Region(0, before.Significant.Length, 0, after.Significant.Length)];
        }

        var (left, right) = Numbered(before, after);
        var start = left.AsSpan().CommonPrefixLength(right);
        var end = SequenceDiff.CommonSuffixLength(left.AsSpan(start), right.AsSpan(start));
        if (Words(before, start, left.Length - end) > MaxWords || Words(after, start, right.Length - end) > MaxWords)
        {
            return [new Region(start, left.Length - end, start, right.Length - end)];
        }

        return WithoutIslands(before, SequenceDiff.Between(left, right, budget));
    }

    private static (int[] Before, int[] After) Numbered(TokenizedParagraph before, TokenizedParagraph after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (Numbers(before), Numbers(after));

        int[] Numbers(TokenizedParagraph paragraph) => [.. paragraph.Significant.Select(index =>
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, paragraph.Tokens[index].Spelling, out var known);
            return known ? number : number = numbers.Count;
        })];
    }

    private static int Words(TokenizedParagraph paragraph, int from, int to) =>
        paragraph.Significant[from..to].Count(index => paragraph.Tokens[index].Kind == TokenKind.Word);

    private static List<Region> WithoutIslands(TokenizedParagraph before, List<Region> regions)
    {
        var merged = new List<Region>(regions.Count);
        foreach (var region in regions)
        {
            if (merged.Count > 0 && IsIsland(before, merged[^1].BeforeTo, region.BeforeFrom))
            {
                merged[^1] = merged[^1] with { BeforeTo = region.BeforeTo, AfterTo = region.AfterTo };
            }
            else
            {
                merged.Add(region);
            }
        }

        return merged;
    }

    private static bool IsIsland(TokenizedParagraph paragraph, int from, int to)
    {
        if (to - from is not (1 or 2))
        {
            return false;
        }

        var tokens = paragraph.Significant[from..to].Select(index => paragraph.Tokens[index]).ToList();
        return tokens.All(token => token.Kind == TokenKind.Word && !token.HasDigit) && tokens.Sum(token => token.Length) <= LongestIsland;
    }
}
