using System.Data.Common;
using System.Runtime.CompilerServices;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Matching;

/// <summary>Reads the runs of fingerprints.</summary>
internal static class FingerprintRuns
{
    private const int AtOnce = 100;
    private const int BlocksAtOnce = 200;

    // Below this many postings a run is read through: fewer blocks than there are hashes to look for.
    private const long SmallRun = 20_000;

    private static readonly string ReadSome = $"""
        SELECT b.first_hash, b.postings FROM fingerprint_block b WHERE b.run_id = @run AND b.first_hash IN (
            SELECT (SELECT MAX(c.first_hash) FROM fingerprint_block c WHERE c.run_id = @run AND c.first_hash <= k.hash)
            FROM (SELECT @h0 AS hash{string.Concat(Enumerable.Range(1, AtOnce - 1).Select(at => $" UNION ALL SELECT @h{at}"))}) k)
        """;

    private static readonly string[] Names = [.. Enumerable.Range(0, AtOnce).Select(at => $"@h{at}")];

    public static Task<List<FingerprintRun>> ListAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        "SELECT id, postings FROM fingerprint_run ORDER BY id", row => new FingerprintRun(row.GetInt64(0), row.GetInt64(1)), cancellation);

    /// <summary>The blocks of a run in which some hashes would stand.</summary>
    /// <param name="hashes">In order.</param>
    public static async Task<IReadOnlyList<PostingBlock>> BlocksAsync(DbConnection connection, FingerprintRun run, IReadOnlyList<long> hashes, CancellationToken cancellation)
    {
        if (run.Postings <= SmallRun)
        {
            return await connection.QueryAsync("SELECT first_hash, postings FROM fingerprint_block WHERE run_id = @run ORDER BY first_hash", Read, cancellation, ("@run", run.Id));
        }

        var blocks = new Dictionary<long, PostingBlock>();
        foreach (var some in hashes.Chunk(AtOnce))
        {
            // The last one fills up what is left of the statement's places.
            var values = Names.Select((name, at) => (name, (object?)some[Math.Min(at, some.Length - 1)]));
            foreach (var block in await connection.QueryAsync(ReadSome, Read, cancellation, [("@run", run.Id), .. values]))
            {
                blocks[block.FirstHash] = block;
            }
        }

        return [.. blocks.Values.OrderBy(block => block.FirstHash)];
    }

    /// <summary>The postings of some runs in order, each once.</summary>
    public static async IAsyncEnumerable<Posting> MergedAsync(DbConnection connection, IReadOnlyList<FingerprintRun> runs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = new PriorityQueue<IAsyncEnumerator<Posting>, Posting>();
        foreach (var run in runs)
        {
            await TakeAsync(PostingsAsync(connection, run, cancellation).GetAsyncEnumerator(cancellation));
        }

        Posting? last = null;
        while (heads.TryDequeue(out var head, out var posting))
        {
            if (posting != last)
            {
                yield return posting;
                last = posting;
            }

            await TakeAsync(head);
        }

        async Task TakeAsync(IAsyncEnumerator<Posting> head)
        {
            if (await head.MoveNextAsync())
            {
                heads.Enqueue(head, head.Current);
            }
            else
            {
                await head.DisposeAsync();
            }
        }
    }

    private static async IAsyncEnumerable<Posting> PostingsAsync(DbConnection connection, FingerprintRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = -1; await AfterAsync(after) is { Count: > 0 } blocks; after = blocks[^1].FirstHash)
        {
            foreach (var posting in blocks.SelectMany(block => block.Postings))
            {
                yield return posting;
            }
        }

        Task<List<PostingBlock>> AfterAsync(long after) => connection.QueryAsync(
            $"SELECT first_hash, postings FROM fingerprint_block WHERE run_id = @run AND first_hash > @after ORDER BY first_hash LIMIT {BlocksAtOnce}",
            Read, cancellation, ("@run", run.Id), ("@after", after));
    }

    private static PostingBlock Read(DbDataReader row) => new(row.GetInt64(0), (byte[])row.GetValue(1));
}

/// <param name="Postings">How many it holds.</param>
internal sealed record FingerprintRun(long Id, long Postings);
