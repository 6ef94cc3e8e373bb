using Storyprint.Storage.Audit;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

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

    /// <summary>Tells whether an identifier in an archive is that of a withdrawn story.</summary>
    public async Task<Func<string, bool>> WithdrawnSourcesAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var withdrawn = await StandingStories.WithdrawnAsync(connection, cancellation);
        return source => withdrawn.Exists(each => WithdrawnSource.IsOf(each.Source, source));
    }

    /// <summary>The code and newest revision (0 for none) of an imported story, or null.</summary>
    /// <param name="source">Its identifier in the archive.</param>
    public async Task<(StoryCode Code, int Revision)?> FindAsync(string source, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var kept = (await StandingStories.WithdrawnAsync(connection, cancellation)).FirstOrDefault(each => WithdrawnSource.IsOf(each.Source, source)).Source;
        return await connection.FirstAsync<(StoryCode, int)?>(
            "SELECT code, current_revision FROM story WHERE source_id = @source", row => (StoryCode.FromDigits(row.GetString(0)), row.GetInt32(1)),
            cancellation, ("@source", kept ?? source));
    }

    /// <summary>Prepares a batch and writes it.</summary>
    public Task<IReadOnlyList<StoreOutcome>> SaveAsync(
        ReleaseContext context, IReadOnlyList<StoryToStore> stories, long firstNumber, CancellationToken cancellation = default) =>
        SaveAsync(context, [.. stories.Select(PreparedStory.Create)], firstNumber, new ImportSession(), cancellation);

    /// <summary>
    /// Writes a batch and returns the outcome of each story, in order. When this returns, the batch is on the disk. Only what must be numbered or chained in
    /// order is done here, under the write lock; the rest was prepared before.
    /// </summary>
    /// <exception cref="LogRefusedException">The log cannot be signed now; nothing was written.</exception>
    /// <param name="firstNumber">The number, without check digit, of the publication's first story of its own.</param>
    /// <param name="session">The run that the batch belongs to; in a dry run everything is decided and written as in a real one, and taken back.</param>
    public async Task<IReadOnlyList<StoreOutcome>> SaveAsync(
        ReleaseContext context, IReadOnlyList<PreparedStory> stories, long firstNumber, ImportSession session, CancellationToken cancellation = default)
    {
        using var activity = ReleaseMetrics.BeginImport(context, stories.Count);
        if (await log.AskOutsideAsync(cancellation) is { } problem)
        {
            throw new LogRefusedException(problem);
        }

        var witnessed = await WitnessedAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var append = await log.BeginAsync(transaction, cancellation);
        var time = await ReleaseTime.ReadAsync(database, connection, append.OldSize, clock, witnessed, cancellation);
        if (time.Fault is { } fault)
        {
            throw new LogRefusedException(new LogProblem.ClockWrong(fault.Sentence));
        }

        var batch = new ImportBatch(transaction, new StoryWriter(transaction, database.FullText, append, context, FingerprintWriter.InBatch), append, firstNumber, time, session);
        var outcomes = new List<StoreOutcome>(stories.Count);
        foreach (var story in stories)
        {
            outcomes.Add(await batch.SaveAsync(story, cancellation));
        }

        await batch.FinishAsync(cancellation);
        if (session.IsDryRun)
        {
            await transaction.RollbackAsync(cancellation);
            return outcomes;
        }

        // An interruption before this line leaves the batch unwritten; after it the batch stands, and the next run finds every item unchanged.
        await log.CommitAsync(transaction, append);
        return outcomes;
    }

    /// <summary>
    /// Leads the links of a run's stories to stories that came in behind them. Link targets are part of no canonical text, so nothing that was sealed changes; each
    /// transaction is whole, and what an interruption leaves is done by the next run.
    /// </summary>
    /// <returns>The links to files that did not come in, with their stories.</returns>
    public async Task<IReadOnlyList<(StoryCode Code, string Link)>> LeadLinksAsync(ImportSession session, CancellationToken cancellation = default)
    {
        const int AtOnce = 200;
        var lost = new List<(StoryCode, string)>();
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var some in session.OpenLinks.OrderBy(story => story.Key).Chunk(AtOnce))
        {
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            var links = new OpenLinks(transaction, session);
            foreach (var (id, identity) in some)
            {
                lost.AddRange(await links.LeadAsync(id, identity, cancellation));
            }

            if (links.HasLed)
            {
                await RewriteCounter.AddAsync(database, transaction, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            await database.Changes.NotifyAsync();
        }

        session.OpenLinks.Clear();
        return lost;
    }

    /// <summary>Records that a run began or ended.</summary>
    public Task RecordAsync(ReleaseContext by, AuditAct act, string archive, string? after, CancellationToken cancellation = default) =>
        AuditTrail.RecordAsync(database, clock, by, act, archive, after: after, cancellation: cancellation);

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
}
