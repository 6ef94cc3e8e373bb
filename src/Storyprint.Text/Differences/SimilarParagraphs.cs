using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Finds similar paragraphs without a partner, anywhere in the texts, by shared runs of three words.</summary>
internal static class SimilarParagraphs
{
    private const double MinShingles = 0.25;
    private const double MinWords = 0.4;

    // A run in more paragraphs than this is a stock phrase and says nothing.
    private const int MaxPlaces = 20;

    public static IEnumerable<ParagraphPair> MaxSimilarFirst(
        TokenizedParagraph[] before, TokenizedParagraph[] after, int[] partnerOfBefore, int[] partnerOfAfter)
    {
        var places = new Dictionary<(string, string, string), List<int>>();
        foreach (var right in Free(partnerOfAfter))
        {
            foreach (var shingle in Shingles(after[right].Words))
            {
                (places.TryGetValue(shingle, out var found) ? found : places[shingle] = []).Add(right);
            }
        }

        return Free(partnerOfBefore).SelectMany(left => Candidates(before[left], left, after, places))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => Math.Abs(candidate.Pair.Before - candidate.Pair.After))
            .Select(candidate => candidate.Pair);
    }

    private static IEnumerable<(ParagraphPair Pair, double Score)> Candidates(
        TokenizedParagraph paragraph, int left, TokenizedParagraph[] after, Dictionary<(string, string, string), List<int>> places)
    {
        var shingles = Shingles(paragraph.Words);
        return shingles
            .SelectMany(shingle => places.TryGetValue(shingle, out var found) && found.Count <= MaxPlaces ? found : [])
            .CountBy(right => right)
            .Where(shared => shared.Value >= MinShingles * Math.Min(shingles.Count, Math.Max(1, after[shared.Key].Words.Length - 2)))
            .Select(shared => (new ParagraphPair(left, shared.Key), Similarity.Of(paragraph.Words, after[shared.Key].Words)))
            .Where(candidate => candidate.Item2 >= MinWords);
    }

    private static IEnumerable<int> Free(int[] partners) => Enumerable.Range(0, partners.Length).Where(place => partners[place] < 0);

    private static HashSet<(string, string, string)> Shingles(string[] words)
    {
        var shingles = new HashSet<(string, string, string)>();
        for (var index = 2; index < words.Length; index++)
        {
            shingles.Add((words[index - 2], words[index - 1], words[index]));
        }

        return shingles;
    }
}
