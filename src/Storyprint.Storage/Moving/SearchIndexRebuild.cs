using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Stories;

namespace Storyprint.Storage.Moving;

/// <summary>Rebuilds the full-text index of a moved publication from the newest revisions: no engine can read the other's.</summary>
internal sealed class SearchIndexRebuild(Database target)
{
    private const int Batch = 500;

    /// <returns>Whether it holds every listed story.</returns>
    public async Task<bool> CopyAsync(DbConnection from, DbConnection to, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        var total = await from.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE is_listed", cancellation);
        var done = await to.ScalarAsync<long>("SELECT COUNT(*) FROM search", cancellation);
        var last = await to.ScalarAsync<long>($"SELECT {target.FullText.Key} FROM search ORDER BY {target.FullText.Key} DESC LIMIT 1", cancellation);
        while (await AfterAsync(from, last, cancellation) is { Count: > 0 } stories)
        {
            await using var transaction = await target.BeginWriteAsync(to, cancellation);
            var insert = PreparedStatement.Prepare(transaction, target.FullText.Insert);
            foreach (var (key, content) in stories)
            {
                await insert.RunAsync(cancellation, target.FullText.Row(key, SearchRow.From(StoryJson.Read(content))));
            }

            await transaction.CommitAsync(cancellation);
            last = stories[^1].Key;
            done += stories.Count;
            progress?.Report(new StepProgress("stories made searchable", done, total));
        }

        return done == total;
    }

    private static Task<List<(long Key, string Content)>> AfterAsync(DbConnection from, long last, CancellationToken cancellation) => from.QueryAsync(
        $"""
        SELECT s.sort_key, r.content FROM story s JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
        WHERE s.is_listed AND s.sort_key > @last AND r.content IS NOT NULL ORDER BY s.sort_key LIMIT {Batch}
        """,
        row => (row.GetInt64(0), row.GetString(1)), cancellation, ("@last", last));
}
