using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Integrity;
using Storyprint.Stories;

namespace Storyprint.Storage.Matching;

/// <summary>
/// Checks the fingerprints against the texts. Two sums that depend on no order, one over what the texts have and one over what is stored, are equal only where both
/// hold the same: sorting a hundred million of each would take an hour.
/// </summary>
internal sealed class FingerprintCheck(DbConnection connection)
{
    private Sum expected;

    public void Take(IReadOnlyList<StoredStory> stories)
    {
        foreach (var story in stories)
        {
            foreach (var hash in story.Revisions.Select(revision => revision.Content).OfType<StoryContent>().SelectMany(StoryFingerprints.Of).Select(Posting.HashOf).ToHashSet())
            {
                expected = expected.With(new Posting(hash, story.Id));
            }
        }
    }

    /// <summary>What shows only after all stories were taken.</summary>
    public async Task<IReadOnlyList<IntegrityFault>> FinishAsync(CancellationToken cancellation)
    {
        var (runs, counted) = (await FingerprintRuns.ListAsync(connection, cancellation), 0L);
        var stored = default(Sum);
        await foreach (var postings in FingerprintRuns.MergedAsync(connection, runs, cancellation))
        {
            stored = postings.Aggregate(stored, (sum, posting) => sum.With(posting));
        }

        foreach (var run in runs)
        {
            await foreach (var postings in FingerprintRuns.MergedAsync(connection, [run], cancellation))
            {
                counted += postings.Count;
            }
        }

        var strays = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM fingerprint_block b WHERE NOT EXISTS (SELECT 1 FROM fingerprint_run r WHERE r.id = b.run_id)", cancellation);
        return strays == 0 && stored == expected && counted == runs.Sum(run => run.Postings) ? []
            : [IntegrityFault.Derived("fingerprint", $"{stored.Count:N0} fingerprints are stored, and the texts have {expected.Count:N0}, or others: 'storyprint fingerprints --anew' makes them again.")];
    }

    private readonly record struct Sum(long Count, ulong Value)
    {
        public Sum With(Posting posting) => new(Count + 1, unchecked(Value + Mixed((ulong)posting.Hash ^ ((ulong)posting.StoryId * 0x9E3779B97F4A7C15))));

        private static ulong Mixed(ulong value)
        {
            value = (value ^ (value >> 31)) * 0x7FB5D329728EA185;
            value = (value ^ (value >> 27)) * 0x81DADEF4BC2DD44D;
            return value ^ (value >> 33);
        }
    }
}
