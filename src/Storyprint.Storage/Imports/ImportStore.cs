using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>Writes imported stories, one transaction per batch: after an interruption the next run continues behind the last whole batch.</summary>
/// <param name="askWitnessClock">The time by a witness's clock, asked before each batch. Null where there are no witnesses.</param>
public sealed class ImportStore(Database database, PublicationLog log, TimeProvider clock, WitnessClock? askWitnessClock = null)
{
    // A witness that does not answer must not delay every batch.
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    private DateTimeOffset silentUntil = DateTimeOffset.MinValue;

    /// <summary>The number of imported stories, whatever became of them since.</summary>
    public async Task<long> CountAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE source_id IS NOT NULL", cancellation);
    }

    /// <summary>The code and newest revision (0 for none) of an imported story, or null.</summary>
    /// <param name="source">Its identifier in the archive.</param>
    public async Task<(StoryCode Code, int Revision)?> FindAsync(string source, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var kept = (await WithdrawnAsync(connection, cancellation)).FirstOrDefault(each => WithdrawnSource.IsOf(each.Source, source)).Source;
        return await connection.FirstAsync<(StoryCode, int)?>(
            "SELECT code, current_revision FROM story WHERE source_id = @source", row => (StoryCode.FromDigits(row.GetString(0)), row.GetInt32(1)),
            cancellation, ("@source", kept ?? source));
    }

    /// <summary>Prepares a batch and writes it.</summary>
    public Task<IReadOnlyList<StoreOutcome>> SaveAsync(
        ReleaseContext context, IReadOnlyList<StoryToStore> stories, long firstNumber, CancellationToken cancellation = default) =>
        SaveAsync(context, [.. stories.Select(PreparedStory.Create)], firstNumber, cancellation);

    /// <summary>
    /// Writes a batch and returns the outcome of each story, in order. When this returns, the batch is on the disk. Only what must be numbered or chained in
    /// order is done here, under the write lock; the rest was prepared before.
    /// </summary>
    /// <exception cref="LogRefusedException">The log cannot be signed now; nothing was written.</exception>
    /// <param name="firstNumber">The number, without check digit, of the publication's first story of its own.</param>
    public async Task<IReadOnlyList<StoreOutcome>> SaveAsync(
        ReleaseContext context, IReadOnlyList<PreparedStory> stories, long firstNumber, CancellationToken cancellation = default)
    {
        using var activity = ReleaseMetrics.BeginImport(context, stories.Count);
        var witnessed = await WitnessedAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var append = await log.BeginAsync(transaction, cancellation);
        var time = await ReleaseTime.ReadAsync(database, connection, append.OldSize, clock, witnessed, cancellation);
        if (time.Fault is { } fault)
        {
            throw new LogRefusedException(new LogProblem.ClockWrong(fault.Sentence));
        }

        var batch = new Batch(transaction, new StoryWriter(transaction, database.FullText, append, context), append, firstNumber, time.At);
        var outcomes = new List<StoreOutcome>(stories.Count);
        foreach (var story in stories)
        {
            outcomes.Add(await batch.SaveAsync(story, cancellation));
        }

        await batch.FinishAsync(cancellation);

        // An interruption before this line leaves the batch unwritten; after it the batch stands, and the next run finds every item unchanged.
        await log.CommitAsync(transaction, append);
        return outcomes;
    }

    private async Task<DateTimeOffset?> WitnessedAsync(CancellationToken cancellation)
    {
        if (askWitnessClock is null || clock.GetUtcNow() < silentUntil)
        {
            return null;
        }

        var said = await askWitnessClock(cancellation);
        silentUntil = said is null ? clock.GetUtcNow() + AskAgain : DateTimeOffset.MinValue;
        return said;
    }

    /// <summary>Merges the search index after many batches, so that no release has to. Can be cancelled without loss: a server continues it.</summary>
    public async Task OptimizeAsync(CancellationToken cancellation = default)
    {
        while (!await database.OptimizeAsync(inLargeSteps: true, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static Task<List<(long Id, string Source)>> WithdrawnAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        $"SELECT id, source_id FROM story WHERE source_id LIKE '{WithdrawnSource.Pattern}'", row => (row.GetInt64(0), row.GetString(1)), cancellation);

    private sealed record Standing(long Id, StoryCode Code, byte[]? Digest, int Revision, int SourceRevision, long SortKey, bool IsListed);

    private sealed class Batch(DbTransaction transaction, StoryWriter writer, LogAppend append, long firstNumber, DateTimeOffset now)
    {
        private readonly StoryCodeAllocator codes = new(transaction, firstNumber);
        private readonly PreparedStatement find = PreparedStatement.Prepare(transaction, "SELECT id FROM story WHERE source_id = @source");
        private List<(long Id, string Source)>? withdrawn;

        public async Task<StoreOutcome> SaveAsync(PreparedStory prepared, CancellationToken cancellation)
        {
            var story = prepared.Story;
            if (await StandingAsync(story.Source, cancellation) is not { } standing)
            {
                var wanted = story.Code;
                var taken = wanted is { } code && await codes.IsTakenAsync(code, cancellation);
                var given = wanted is null || taken ? await codes.NextAsync(cancellation) : wanted.Value;
                await WriteAsync(
                    await writer.NextIdAsync(cancellation), given, new NewStory(given, story.Zone, story.IsPage, story.TranslationKey, story.Source), 1,
                    ReleaseKind.Publish, prepared, null, cancellation);
                return taken ? new StoreOutcome.AddedUnderNewCode(given, wanted!.Value) : new StoreOutcome.Added(given);
            }

            if (standing.Digest is { } before && before.AsSpan().SequenceEqual(prepared.SourceDigest))
            {
                return new StoreOutcome.Unchanged(standing.Code);
            }

            // A published story is not turned back into a draft because its archive says so.
            if (standing.Revision != standing.SourceRevision || (standing.Revision > 0 && !story.Status.IsVisibleToReaders))
            {
                return new StoreOutcome.LeftAlone(standing.Code);
            }

            var kind = standing.Revision == 0 ? ReleaseKind.Publish : ReleaseKind.Update;
            await WriteAsync(
                standing.Id, standing.Code, null, standing.Revision + 1, kind, prepared, standing.IsListed ? standing.SortKey : null, cancellation);
            return new StoreOutcome.Revised(standing.Code);
        }

        /// <summary>Writes what is written once per batch.</summary>
        public async Task FinishAsync(CancellationToken cancellation)
        {
            await writer.FinishAsync(cancellation);
            await codes.FinishAsync(cancellation);
            await append.WriteAsync(cancellation);
        }

        private async Task WriteAsync(
            long id, StoryCode code, NewStory? added, int number, ReleaseKind kind, PreparedStory prepared, long? oldSortKey, CancellationToken cancellation)
        {
            var story = prepared.Story;
            if (prepared.Text is { } text)
            {
                await writer.PublishAsync(new RevisionToWrite
                {
                    StoryId = id,
                    Code = code,
                    New = added,
                    Number = number,
                    Kind = kind,
                    Status = story.Status,
                    IsPage = story.IsPage,
                    Text = text,
                    Slug = story.Slug,
                    ReleasedAt = now,
                    PublishedAt = story.PublishedAt ?? now,
                    UpdatedAt = story.UpdatedAt,
                    SectionName = story.Section?.Name,
                    SourceDigest = prepared.SourceDigest,
                }, oldSortKey, cancellation);
            }
            else
            {
                await writer.KeepDraftAsync(id, added, story, prepared.Head, prepared.Json, prepared.SourceDigest, now, cancellation);
            }

            foreach (var path in story.LegacyUrls)
            {
                await writer.AddLegacyUrlAsync(path, id, cancellation);
            }
        }

        // Most stories of an import are new: a single number is queried for each of them.
        private async Task<Standing?> StandingAsync(string source, CancellationToken cancellation) =>
            (await find.ScalarAsync(cancellation, ("@source", source)) as long? ?? await WithdrawnIdAsync(source, cancellation)) is not { } id ? null : await transaction.Connection!.FirstAsync(
                "SELECT id, code, source_digest, current_revision, source_revision, sort_key, is_listed FROM story WHERE id = @id", Read, cancellation, ("@id", id));

        // A withdrawn story is not imported again because its archive still has it.
        private async Task<long?> WithdrawnIdAsync(string source, CancellationToken cancellation)
        {
            withdrawn ??= await WithdrawnAsync(transaction.Connection!, cancellation);
            return withdrawn.Where(each => WithdrawnSource.IsOf(each.Source, source)).Select(each => (long?)each.Id).FirstOrDefault();
        }

        private static Standing Read(DbDataReader row) => new(
            row.GetInt64(0), StoryCode.FromDigits(row.GetString(1)), row.IsDBNull(2) ? null : (byte[])row.GetValue(2),
            row.GetInt32(3), row.GetInt32(4), row.GetInt64(5), row.GetBoolean(6));
    }
}
