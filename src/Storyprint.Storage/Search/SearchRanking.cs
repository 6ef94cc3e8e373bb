using Storyprint.Storage.Stories;
using Storyprint.Text.Folding;

namespace Storyprint.Storage.Search;

/// <summary>
/// The order of the best first: where a story says what was asked for. It is read from what lists show of a story, so it costs the same however common
/// a word is (BM25 reads the whole list of a word first) and is the same on every engine.
/// </summary>
internal static class SearchRanking
{
    /// <summary>How many of the newest matches are ranked. An older story is found by date or by a rarer word.</summary>
    public const int MaxRanked = 500;

    private const int InHeadline = 8;
    private const int InStandfirst = 4;
    private const int InKickerOrByline = 2;

    /// <summary>The best first; of two that are as good the newer.</summary>
    public static IEnumerable<StorySummary> BestFirst(IEnumerable<StorySummary> stories, SearchQuery query) =>
        stories.OrderByDescending(story => Score(story, query.Phrases)).ThenByDescending(story => story.SortKey);

    private static int Score(StorySummary story, IReadOnlyList<IReadOnlyList<string>> phrases)
    {
        var (headline, standfirst) = (Words(story.Headline), Words(story.Standfirst));
        var others = Words($"{story.Kicker} \n {string.Join(" \n ", story.Bylines)}");
        return phrases.Sum(phrase =>
            (Holds(headline, phrase) ? InHeadline : 0) + (Holds(standfirst, phrase) ? InStandfirst : 0) + (Holds(others, phrase) ? InKickerOrByline : 0));
    }

    private static List<string> Words(string text) => text.Length == 0 ? [] : [.. FoldedWord.Of(text).Select(word => word.Form)];

    private static bool Holds(List<string> words, IReadOnlyList<string> phrase)
    {
        for (var at = 0; at + phrase.Count <= words.Count; at++)
        {
            var same = 0;
            while (same < phrase.Count && words[at + same] == phrase[same])
            {
                same++;
            }

            if (same == phrase.Count)
            {
                return true;
            }
        }

        return false;
    }
}
