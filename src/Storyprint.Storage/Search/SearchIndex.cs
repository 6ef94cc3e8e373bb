using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>Full text of listed stories in folded form: SQLite's FTS5, whose row numbers are sort keys.</summary>
public sealed class SearchIndex(Database database)
{
    /// <summary>Matching stories.</summary>
    public async Task<List<StoryCard>> FindAsync(SearchQuery query, int skip, int take, CancellationToken cancellation = default)
    {
        var conditions = new List<string> { "s.is_listed", "s.edition = @edition" };
        var parameters = new List<(string, object?)> { ("@edition", query.Edition), ("@skip", skip), ("@take", take) };
        void Where(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add((name, value));
        }

        if (query.HasWords)
        {
            Where("search MATCH @words", "@words", Match(query));
        }

        if (query.Section is { } section)
        {
            Where("s.section = @section", "@section", section);
        }

        if (query.Author is { } author)
        {
            Where("EXISTS (SELECT 1 FROM story_byline b WHERE b.story_id = s.id AND b.edition = s.edition AND b.slug = @author)", "@author", author);
        }

        if (query.From is { } from)
        {
            Where($"{Key(query)} >= @from", "@from", SortKey.AtStartOf(from));
        }

        if (query.Until is { } until)
        {
            Where($"{Key(query)} < @until", "@until", SortKey.AtStartOf(until));
        }

        var order = query is { HasWords: true, ByRelevance: true } ? "bm25(search, 8, 4, 1, 2, 1)" : $"{Key(query)} DESC";
        var source = query.HasWords ? "search CROSS JOIN story s ON s.sort_key = search.rowid" : "story s";
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {StoryCard.Columns} FROM {source} WHERE {string.Join(" AND ", conditions)} ORDER BY {order} LIMIT @take OFFSET @skip",
            StoryCard.Read, cancellation, [.. parameters]);
    }

    private static string Key(SearchQuery query) => query.HasWords ? "search.rowid" : "s.sort_key";

    // Folded words hold letters and digits only, so nothing of FTS5's query language can come in; the quotes make that sure.
    private static string Match(SearchQuery query) =>
        string.Join(" AND ", query.Phrases.Select(phrase => $"\"{string.Join(' ', phrase).Replace("\"", "", StringComparison.Ordinal)}\""));
}
