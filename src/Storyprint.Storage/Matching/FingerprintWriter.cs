using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Matching;

/// <summary>
/// Writes fingerprints inside a transaction, as a log-structured merge tree (P. O'Neil, 1996): what a transaction adds is a sorted run of its own, and runs of one
/// size are merged when there are eight. A row for each fingerprint would touch a page for each, anywhere in the table (decisions/0033).
/// </summary>
/// <param name="maxMerged">Runs with more postings are left for a transaction that may take longer.</param>
internal sealed class FingerprintWriter(DbTransaction transaction, long maxMerged = FingerprintWriter.InRelease)
{
    /// <summary>What a release may merge: a few milliseconds, once in dozens of releases.</summary>
    public const long InRelease = 4_096;

    /// <summary>What the server merges on the side: releases wait for it, about a second, once in some thousand of them.</summary>
    public const long OnTheSide = 262_144;

    /// <summary>What a batch of an import may merge, and a command.</summary>
    public const long InBatch = 16_777_216;

    private const int Fan = 8;

    private readonly List<Posting> added = [];

    private DbConnection Connection => transaction.Connection!;

    public void Add(long storyId, IReadOnlyCollection<ulong> fingerprints)
    {
        foreach (var fingerprint in fingerprints)
        {
            added.Add(new Posting(Posting.HashOf(fingerprint), storyId));
        }
    }

    /// <summary>Writes what was added.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (added.Count == 0)
        {
            return;
        }

        added.Sort();
        var run = await BeginAsync(cancellation);
        await run.AddAsync(added, cancellation);
        await run.FinishAsync(cancellation);
        added.Clear();
        await MergeAsync(cancellation);
    }

    /// <summary>Takes a withdrawn story's fingerprints out of every run: whoever has a text could find by them that it was once here.</summary>
    /// <remarks>Called while its texts still stand.</remarks>
    public async Task EraseAsync(long storyId, CancellationToken cancellation)
    {
        added.RemoveAll(posting => posting.StoryId == storyId);
        var texts = await StoryFingerprints.OfStoriesAsync(Connection, storyId - 1, storyId, cancellation);
        long[] hashes = [.. texts.SelectMany(story => story.Fingerprints).Select(Posting.HashOf).Distinct().Order()];
        foreach (var run in hashes.Length == 0 ? [] : await FingerprintRuns.ListAsync(Connection, cancellation))
        {
            var left = run.Postings;
            foreach (var block in await FingerprintRuns.BlocksAsync(Connection, run, hashes, cancellation))
            {
                List<Posting> postings = [.. block.Postings];
                if (postings.RemoveAll(posting => posting.StoryId == storyId) is > 0 and var erased)
                {
                    left -= erased;
                    await RewriteAsync(run, block.FirstHash, postings, cancellation);
                }
            }

            if (left != run.Postings)
            {
                await Statement(left == 0 ? "DELETE FROM fingerprint_run WHERE id = @id AND @postings = 0" : "UPDATE fingerprint_run SET postings = @postings WHERE id = @id")
                    .RunAsync(cancellation, ("@id", run.Id), ("@postings", left));
            }
        }
    }

    /// <summary>Merges runs of one size while there are many.</summary>
    /// <returns>Whether anything was merged.</returns>
    public async Task<bool> MergeAsync(CancellationToken cancellation)
    {
        var hasMerged = false;
        while (Many(await FingerprintRuns.ListAsync(Connection, cancellation), maxMerged) is { Count: > 0 } runs)
        {
            var merged = await BeginAsync(cancellation);
            await foreach (var postings in FingerprintRuns.MergedAsync(Connection, runs, cancellation))
            {
                await merged.AddAsync(postings, cancellation);
            }

            await merged.FinishAsync(cancellation);
            foreach (var run in runs)
            {
                await DeleteAsync(run, cancellation);
            }

            hasMerged = true;
        }

        return hasMerged;
    }

    /// <summary>Deletes every fingerprint, before all are made anew.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        await Statement("DELETE FROM fingerprint_block").RunAsync(cancellation);
        await Statement("DELETE FROM fingerprint_run").RunAsync(cancellation);
    }

    /// <summary>The runs of one size, where there are so many that they are to be merged.</summary>
    public static IReadOnlyList<FingerprintRun> Many(IEnumerable<FingerprintRun> runs, long maxMerged) =>
        [.. runs.Where(run => run.Postings <= maxMerged).GroupBy(run => Level(run.Postings)).FirstOrDefault(level => level.Count() >= Fan) ?? Enumerable.Empty<FingerprintRun>()];

    private static int Level(long postings) => (int)Math.Log(Math.Max(postings, 64) / 64.0, Fan);

    private async Task<RunWriter> BeginAsync(CancellationToken cancellation) =>
        new(transaction, 1 + (await Statement("SELECT MAX(id) FROM fingerprint_run").ScalarAsync(cancellation) is long newest ? newest : 0));

    private async Task RewriteAsync(FingerprintRun run, long firstHash, List<Posting> postings, CancellationToken cancellation)
    {
        await Statement("DELETE FROM fingerprint_block WHERE run_id = @run_id AND first_hash = @first_hash").RunAsync(cancellation, ("@run_id", run.Id), ("@first_hash", firstHash));
        foreach (var block in PostingBlock.Of(postings))
        {
            await Statement(RunWriter.InsertBlock).RunAsync(cancellation, ("@run_id", run.Id), ("@first_hash", block.FirstHash), ("@postings", block.Bytes));
        }
    }

    private async Task DeleteAsync(FingerprintRun run, CancellationToken cancellation)
    {
        await Statement("DELETE FROM fingerprint_block WHERE run_id = @id").RunAsync(cancellation, ("@id", run.Id));
        await Statement("DELETE FROM fingerprint_run WHERE id = @id").RunAsync(cancellation, ("@id", run.Id));
    }

    private PreparedStatement Statement(string sql) => PreparedStatement.Prepare(transaction, sql);

    private sealed class RunWriter(DbTransaction transaction, long id)
    {
        public const string InsertBlock = "INSERT INTO fingerprint_block (run_id, first_hash, postings) VALUES (@run_id, @first_hash, @postings)";

        private readonly SqlBatch batch = SqlBatch.Create(transaction);
        private readonly PreparedStatement insert = PreparedStatement.Prepare(transaction, InsertBlock);
        private readonly PostingBlock.Builder builder = new();

        private Posting last = new(-1, -1);

        /// <param name="sorted">In order; one that stands there twice is written once.</param>
        public async Task AddAsync(IReadOnlyList<Posting> sorted, CancellationToken cancellation)
        {
            for (var index = 0; index < sorted.Count; index++)
            {
                if (sorted[index] != last && builder.Add(last = sorted[index]) is { } full)
                {
                    await WriteAsync(full, cancellation);
                }
            }
        }

        public async Task FinishAsync(CancellationToken cancellation)
        {
            if (builder.Finish() is { } last)
            {
                await WriteAsync(last, cancellation);
            }

            await batch.AddAsync(PreparedStatement.Prepare(transaction, "INSERT INTO fingerprint_run (id, postings) VALUES (@id, @postings)"), cancellation, ("@id", id), ("@postings", builder.Count));
            await batch.SendAsync(cancellation);
        }

        private Task WriteAsync(PostingBlock block, CancellationToken cancellation) =>
            batch.AddAsync(insert, cancellation, ("@run_id", id), ("@first_hash", block.FirstHash), ("@postings", block.Bytes));
    }
}
