using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>Full-text search by SQLite's FTS5, with sort keys as row numbers: newest first needs no sorting.</summary>
internal sealed class SqliteFullText : FullText
{
    // How many of the newest matches are ranked when a word is in more stories. An older story is found by date or by a rarer word.
    private const int MaxRanked = 3_000;

    private const string Source = "search CROSS JOIN story s ON s.sort_key = search.rowid";

    internal override string Insert => "INSERT INTO search (rowid, headline, standfirst, body, byline, splits) VALUES (@sort_key, @headline, @standfirst, @body, @byline, @splits)";

    internal override string Key => "rowid";

    internal override string Delete => "DELETE FROM search WHERE rowid = @sort_key";

    internal override (string Name, object? Value)[] Row(long key, SearchRow row) =>
    [
        ("@sort_key", key), ("@headline", row.Headline), ("@standfirst", row.Standfirst), ("@body", row.Body), ("@byline", row.Byline), ("@splits", row.Splits),
    ];

    internal override Task<List<StorySummary>> FindAsync(DbConnection connection, SearchQuery query, int skip, int take, CancellationToken cancellation)
    {
        var filter = new SearchFilter(query, "search.rowid");
        var parameters = filter.With(("@words", Match(query)), ("@skip", skip), ("@take", take), ("@ranked", MaxRanked));
        return query.ByRelevance
            ? connection.QueryAsync(
                $"""
                SELECT {StorySummary.Columns} FROM (
                    SELECT s.id AS story_id, bm25(search, 8, 4, 1, 2, 1) AS score FROM {Source}
                    WHERE search MATCH @words AND {filter.Sql} ORDER BY search.rowid DESC LIMIT @ranked) hit
                CROSS JOIN story s ON s.id = hit.story_id ORDER BY hit.score, s.sort_key DESC LIMIT @take OFFSET @skip
                """, StorySummary.Read, cancellation, parameters)
            : connection.QueryAsync(
                $"SELECT {StorySummary.Columns} FROM {Source} WHERE search MATCH @words AND {filter.Sql} ORDER BY search.rowid DESC LIMIT @take OFFSET @skip",
                StorySummary.Read, cancellation, parameters[..^1]);
    }

    internal override async Task<FullTextComparison> CompareAsync(DbConnection connection, CancellationToken cancellation) =>
        await SqliteFullTextComparison.BeginAsync(connection, this, cancellation);

    // Folded words contain letters and digits only, so no FTS5 syntax can be injected; the quotes make sure of it.
    private static string Match(SearchQuery query) =>
        string.Join(" AND ", query.Phrases.Select(phrase => $"\"{string.Join(' ', phrase).Replace("\"", "", StringComparison.Ordinal)}\""));
}
