using System.Data.Common;
using System.Globalization;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Integrity;

/// <summary>Reads stories with their revisions and rows, a batch at a time, in the order of their ids.</summary>
internal static class StoredStoryReader
{
    private const int Batch = 200;

    public static async Task<IReadOnlyList<StoredStory>> AfterAsync(DbConnection connection, long after, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync($"SELECT * FROM story WHERE id > @after ORDER BY id LIMIT {Batch}", StoredRow.Read, cancellation, ("@after", after));
        return rows.Count == 0 ? [] : await WithRowsAsync(connection, rows, cancellation);
    }

    public static async Task<StoredStory?> FindAsync(DbConnection connection, long id, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync("SELECT * FROM story WHERE id = @id", StoredRow.Read, cancellation, ("@id", id));
        return rows.Count == 0 ? null : (await WithRowsAsync(connection, rows, cancellation))[0];
    }

    private static async Task<IReadOnlyList<StoredStory>> WithRowsAsync(DbConnection connection, List<StoredRow> rows, CancellationToken cancellation)
    {
        (string, object?)[] range = [("@first", rows[0].Number("id")), ("@last", rows[^1].Number("id"))];
        var revisions = (await connection.QueryAsync(
            """
            SELECT r.*, e.bytes AS entry FROM revision r LEFT JOIN log_entry e ON e.log_index = r.log_index
            WHERE r.story_id BETWEEN @first AND @last ORDER BY r.story_id, r.number
            """,
            row => new StoredRevision(StoredRow.Read(row)), cancellation, range)).ToLookup(revision => revision.StoryId);
        var topics = await UnderAsync("edition, slug, sort_key", "story_topic");
        var bylines = await UnderAsync("edition, slug, sort_key", "story_byline");
        var notes = await UnderAsync("edition, released_at, ordinal", "story_note");
        var pictures = await UnderAsync("picture_hash", "story_picture");
        var links = await UnderAsync("path", "legacy_url");
        return [.. rows.Select(row => row.Number("id") ?? 0).Zip(rows, (id, row) => new StoredStory
        {
            Row = row,
            Revisions = [.. revisions[id]],
            Topics = [.. topics[id]],
            Bylines = [.. bylines[id]],
            Notes = [.. notes[id]],
            Pictures = [.. pictures[id]],
            LegacyUrls = [.. links[id]],
        })];

        async Task<ILookup<long, string>> UnderAsync(string columns, string table) => (await connection.QueryAsync(
            $"SELECT story_id, {columns} FROM {table} WHERE story_id BETWEEN @first AND @last",
            row => (Id: row.GetInt64(0), Text: string.Join('/', Enumerable.Range(1, row.FieldCount - 1).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture)))),
            cancellation, range)).ToLookup(row => row.Id, row => row.Text);
    }
}
