using System.Data.Common;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Integrity;

/// <summary>
/// Rebuilds derived data from the newest revisions: the columns that lists read, the rows of topics, authors and notes, their names, the full-text index.
/// A story whose revisions are not what was sealed is left unchanged and reported. One transaction a story: after an interruption the next run goes on.
/// </summary>
public sealed class RebuildDerivedData(Database database, PublisherName publisher)
{
    /// <returns>What was rebuilt, and what was left because the sealed revisions are damaged.</returns>
    public async Task<RebuildOutcome> RunAsync(IProgress<StepProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (changed, left) = (new List<IntegrityFault>(), new List<IntegrityFault>());
        await using var connection = await database.OpenAsync(cancellation);
        var keys = await new KeyStore(database, publisher).ListAsync(cancellation);
        var check = new StoryCheck(new RevisionCheck(publisher, keys), await StoryCheck.WithdrawnAsync(connection, cancellation));
        await using var search = await database.FullText.CompareAsync(connection, cancellation);
        var lists = new ListCheck(connection, database.FullText, search);
        var missing = (await new LogTableCheck(connection).WithoutRowAsync(cancellation)).Select(each => each.Revision.Code).ToHashSet(StringComparer.Ordinal);
        var isSound = missing.Count == 0;
        var fingerprints = new FingerprintCheck(connection);
        var (total, done) = (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", cancellation), 0L);
        for (long last = long.MinValue; await StoredStoryReader.AfterAsync(connection, last, cancellation) is { Count: > 0 } stories; last = stories[^1].Id)
        {
            foreach (var group in stories.SelectMany(StoryCheck.DerivedFaults).Concat(await lists.TakeAsync(stories, cancellation)).GroupBy(fault => fault.Where))
            {
                var id = stories.First(story => story.Name == group.Key).Id;
                (await MendAsync(connection, check, id, missing, cancellation) ? changed : left).AddRange(group);
            }

            isSound = isSound && !stories.SelectMany(check.SealedFaults).Any();

            stories.ToList().ForEach(lists.Need);
            fingerprints.Take(stories);
            progress?.Report(new StepProgress("stories made again", done += stories.Count, total));
        }

        // A name or a stray row may come from any story: it is rebuilt only when all stories are as they were sealed.
        var leftover = await lists.FinishAsync(cancellation);
        (isSound ? changed : left).AddRange(leftover);
        if (isSound && leftover.Count > 0)
        {
            await MendListsAsync(connection, lists, cancellation);
        }

        // They are made of the texts as they stand: one that was changed by hand is not what was released.
        var odd = await fingerprints.FinishAsync(cancellation);
        (isSound ? changed : left).AddRange(odd);
        if (isSound && odd.Count > 0)
        {
            await new FillFingerprints(database).RunAsync(anew: true, progress, cancellation);
        }

        await database.Changes.NotifyAsync();
        return new RebuildOutcome(changed, left);
    }

    private async Task<bool> MendAsync(DbConnection connection, StoryCheck check, long id, HashSet<string> missing, CancellationToken cancellation)
    {
        // Read again under the write lock: a release may have come in between.
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var story = (await StoredStoryReader.FindAsync(connection, id, cancellation))!;
        if (missing.Contains(story.Code) || check.SealedFaults(story).Any())
        {
            return false;
        }

        await WriteAsync(transaction, story, cancellation);
        await RewriteCounter.AddAsync(database, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task WriteAsync(DbTransaction transaction, StoredStory story, CancellationToken cancellation)
    {
        var columns = DerivedColumns.Of(story);
        var (before, id) = (story.Row.Number("sort_key") ?? 0, ("@id", (object?)story.Id));
        await PreparedStatement.Prepare(transaction, $"UPDATE story SET {string.Join(", ", columns.Select(column => $"{column.Column} = @{column.Column}"))} WHERE id = @id")
            .RunAsync(cancellation, [.. columns.Select(column => ($"@{column.Column}", Typed(column))), id]);
        var derived = DerivedRows.Of(story);
        await ReplaceAsync(StoryStatements.DeleteTopics, StoryStatements.InsertTopic, derived.Topics, row => [("@slug", row[1]), ("@sort_key", Long(row[2]))]);
        await ReplaceAsync(StoryStatements.DeleteBylines, StoryStatements.InsertByline, derived.Bylines, row => [("@slug", row[1]), ("@sort_key", Long(row[2]))]);
        await ReplaceAsync(StoryStatements.DeleteNotes, StoryStatements.InsertNote, derived.Notes, row => [("@released_at", Long(row[1])), ("@ordinal", Long(row[2]))]);

        await MendPicturesAsync(transaction, story, cancellation);
        var delete = PreparedStatement.Prepare(transaction, database.FullText.Delete);
        foreach (var key in new[] { before, DerivedColumns.SortKeyOf(story) ?? before }.Distinct())
        {
            await delete.RunAsync(cancellation, ("@sort_key", key));
        }

        foreach (var (key, _) in ListCheck.Expected([story]))
        {
            await PreparedStatement.Prepare(transaction, database.FullText.Insert).RunAsync(cancellation, database.FullText.Row(key, SearchRow.From(story.Shown!)));
        }

        async Task ReplaceAsync(string delete, string insert, IReadOnlyList<string> rows, Func<string[], (string, object?)[]> values)
        {
            await PreparedStatement.Prepare(transaction, delete).RunAsync(cancellation, ("@story_id", story.Id));
            var statement = PreparedStatement.Prepare(transaction, insert);
            foreach (var row in rows.Select(row => row.Split('/')))
            {
                await statement.RunAsync(cancellation, [("@edition", row[0]), ("@story_id", story.Id), .. values(row)]);
            }
        }
    }

    private static async Task MendPicturesAsync(DbTransaction transaction, StoredStory story, CancellationToken cancellation)
    {
        var hashes = story.Revisions.SelectMany(revision => revision.Content is { } content ? StoryListing.From(content).Pictures : []).Distinct().ToList();
        foreach (var hash in hashes)
        {
            await PreparedStatement.Prepare(transaction, StoryStatements.InsertPicture).RunAsync(cancellation, ("@hash", hash), ("@story_id", story.Id));
        }

        foreach (var hash in story.Revisions.All(revision => revision.Content is not null) ? story.Pictures.Except(hashes) : [])
        {
            await PreparedStatement.Prepare(transaction, "DELETE FROM story_picture WHERE picture_hash = @hash AND story_id = @story_id")
                .RunAsync(cancellation, ("@hash", hash), ("@story_id", story.Id));
        }
    }

    private async Task MendListsAsync(DbConnection connection, ListCheck lists, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        foreach (var (kind, edition, slug, names) in lists.Names)
        {
            (string, object?)[] term = [("@kind", kind), ("@edition", edition), ("@slug", slug)];
            var stands = await connection.ScalarAsync<string>("SELECT name FROM term WHERE kind = @kind AND edition = @edition AND slug = @slug", cancellation, term);
            if (stands is null ? lists.IsNeeded(kind, edition, slug) : !names.Contains(stands))
            {
                await PreparedStatement.Prepare(transaction, "INSERT INTO term (kind, edition, slug, name) VALUES (@kind, @edition, @slug, @name) ON CONFLICT (kind, edition, slug) DO UPDATE SET name = @name")
                    .RunAsync(cancellation, [.. term, ("@name", names.Order(StringComparer.Ordinal).First())]);
            }
        }

        foreach (var statement in (string[])
        [
            StoryStatements.DeleteUnusedTopics, StoryStatements.DeleteUnusedBylines,
            .. ((string[])["story_topic", "story_byline", "story_note"]).Select(table => $"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.id = {table}.story_id)"),
            $"DELETE FROM search WHERE {database.FullText.Key} IN (SELECT f.{database.FullText.Key} FROM search f WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.sort_key = f.{database.FullText.Key} AND s.is_listed))",
        ])
        {
            await PreparedStatement.Prepare(transaction, statement).RunAsync(cancellation);
        }

        await RewriteCounter.AddAsync(database, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static object? Typed((string Column, object? Value) column) => column is { Column: "status" or "release_kind" or "current_revision", Value: long number } ? (int)number : column.Value;

    private static long Long(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Changed">Faults that were found and repaired.</param>
/// <param name="Left">Faults that were found and left: the revisions to rebuild from are not what was sealed.</param>
public sealed record RebuildOutcome(IReadOnlyList<IntegrityFault> Changed, IReadOnlyList<IntegrityFault> Left);
