using System.Data.Common;
using System.Runtime.CompilerServices;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Matching;

/// <summary>Reads the runs of fingerprints.</summary>
internal static class FingerprintRuns
{
    private const int AtOnce = 100;
    private const int BlocksAtOnce = 200;
    private const int PostingsAtOnce = 32_768;

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

    /// <summary>The postings of some runs in order, each once, many at a time.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Posting>> MergedAsync(DbConnection connection, IReadOnlyList<FingerprintRun> runs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var heads = new List<Head>();
        foreach (var run in runs)
        {
            var head = new Head(connection, run);
            if (await head.FillAsync(cancellation))
            {
                heads.Add(head);
            }
        }

        var (merged, last) = (new List<Posting>(PostingsAtOnce), new Posting(-1, -1));
        while (heads.Count > 0)
        {
            // A handful of runs: looking at each is quicker than keeping them in order.
            var least = heads[0];
            for (var index = 1; index < heads.Count; index++)
            {
                least = heads[index].Current.CompareTo(least.Current) < 0 ? heads[index] : least;
            }

            if (least.Current != last)
            {
                merged.Add(last = least.Current);
            }

            if (!least.MoveNext() && !await least.FillAsync(cancellation))
            {
                heads.Remove(least);
            }

            if (merged.Count == PostingsAtOnce)
            {
                yield return merged;
                merged = new List<Posting>(PostingsAtOnce);
            }
        }

        yield return merged;
    }

    private static PostingBlock Read(DbDataReader row) => new(row.GetInt64(0), (byte[])row.GetValue(1));

    /// <summary>How far a run is read.</summary>
    private sealed class Head(DbConnection connection, FingerprintRun run)
    {
        private readonly List<Posting> postings = [];
        private long after = -1;
        private int place;

        public Posting Current => postings[place];

        public bool MoveNext() => ++place < postings.Count;

        /// <summary>Reads the next blocks.</summary>
        /// <returns>Whether there is another posting.</returns>
        public async Task<bool> FillAsync(CancellationToken cancellation)
        {
            postings.Clear();
            place = 0;
            while (postings.Count == 0)
            {
                var blocks = await connection.QueryAsync(
                    $"SELECT first_hash, postings FROM fingerprint_block WHERE run_id = @run AND first_hash > @after ORDER BY first_hash LIMIT {BlocksAtOnce}",
                    Read, cancellation, ("@run", run.Id), ("@after", after));
                if (blocks.Count == 0)
                {
                    return false;
                }

                after = blocks[^1].FirstHash;
                blocks.ForEach(block => postings.AddRange(block.Postings));
            }

            return true;
        }
    }
}

/// <param name="Postings">How many it holds.</param>
internal sealed record FingerprintRun(long Id, long Postings);
