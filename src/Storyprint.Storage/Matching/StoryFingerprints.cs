using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Stories;
using Storyprint.Text.Matching;

namespace Storyprint.Storage.Matching;

/// <summary>The fingerprints of a story's text: headline, standfirst and body in the order of the page, by the words that search has folded already.</summary>
internal static class StoryFingerprints
{
    public static IReadOnlyCollection<ulong> Of(StoryContent content) => Of(SearchRow.From(content));

    public static IReadOnlyCollection<ulong> Of(SearchRow row) =>
        Fingerprints.Of(HashedWord.OfFolded(row.Headline, row.Standfirst, row.Body.ToString()));

    /// <summary>Those of every text of some stories.</summary>
    public static async Task<IReadOnlyList<(long StoryId, HashSet<ulong> Fingerprints)>> OfStoriesAsync(DbConnection connection, long after, long last, CancellationToken cancellation)
    {
        var texts = await connection.QueryAsync(
            "SELECT story_id, content FROM revision WHERE story_id > @after AND story_id <= @last AND content IS NOT NULL ORDER BY story_id, number",
            row => (Id: row.GetInt64(0), Content: row.GetString(1)), cancellation, ("@after", after), ("@last", last));
        return [.. texts.GroupBy(text => text.Id).Select(story => (story.Key, story.SelectMany(text => Of(StoryJson.Read(text.Content))).ToHashSet()))];
    }
}
