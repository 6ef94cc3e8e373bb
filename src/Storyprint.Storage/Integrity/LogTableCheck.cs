using System.Data.Common;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Verification;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Integrity;

/// <summary>Checks the log's tables against its entries: every stored hash, the checkpoint's signature, the keys, and that each entry has its revision.</summary>
internal sealed class LogTableCheck(DbConnection connection)
{
    private const int AtOnce = 2_000;

    public async Task<IReadOnlyList<IntegrityFault>> RunAsync(LogHead head, KeyList keys, Action<long> tell, CancellationToken cancellation)
    {
        var faults = new List<IntegrityFault>();
        var (tree, history) = (new TreeBuilder(), new KeyHistory());
        while (tree.Size < head.Size)
        {
            var from = tree.Size;
            var entries = await LogStore.EntriesAsync(connection, from, (int)Math.Min(AtOnce, head.Size - from), cancellation);
            foreach (var (at, bytes) in entries.Index())
            {
                if (!LogEntry.TryParse(bytes.Span, out var entry, out var reason))
                {
                    faults.Add(IntegrityFault.Sealed($"entry {from + at} of the log", $"It cannot be read: {reason}"));
                }
                else if (entry is KeyEntry key)
                {
                    history.Take(from + at, key);
                }
                else if (entry is RecordEntry record && await DigestAsync(record.Number, cancellation) != Convert.ToHexStringLower(record.Digest.ToArray()))
                {
                    faults.Add(IntegrityFault.Sealed("audit_entry", $"Entry {record.Number} of the record of acts is not what entry {from + at} of the log says it was."));
                }
            }

            faults.AddRange(await HashesAsync(tree.Append([.. entries.Select(entry => MerkleHashing.Leaf(entry.Span))]), cancellation));
            tell(tree.Size);
        }

        faults.AddRange(await CountsAsync(head, cancellation));
        faults.AddRange((await WithoutRowAsync(cancellation))
            .Select(each => IntegrityFault.Sealed($"revision {each.Revision}", $"The log has it as entry {each.Index}, and the table of revisions does not.")));
        faults.AddRange(history.Compare(keys).Select(finding => IntegrityFault.Sealed("log_key", $"{finding.Key.Name}: {finding.Sentence}")));
        if (!keys.Keys.Where(key => key.Role == KeyRole.Log).Any(key => head.Checkpoint.Verify(key.Key) is CheckpointVerdict.Trusted))
        {
            faults.Add(IntegrityFault.Sealed("log_head", "Its checkpoint is signed by no key of the key list."));
        }

        return faults;
    }

    private Task<string?> DigestAsync(long number, CancellationToken cancellation) =>
        connection.ScalarAsync<string>("SELECT digest FROM audit_entry WHERE number = @number", cancellation, ("@number", number));

    private async Task<IEnumerable<IntegrityFault>> HashesAsync(IReadOnlyList<StoredHash> grown, CancellationToken cancellation)
    {
        var faults = new List<IntegrityFault>();
        foreach (var some in grown.Chunk(500))
        {
            IReadOnlyList<Sha256Hash> stored;
            try
            {
                stored = await new StoredHashReader(connection).ReadAsync([.. some.Select(hash => hash.Node)], cancellation);
            }
            catch (InvalidDataException missing)
            {
                faults.Add(IntegrityFault.Sealed("log_hash", missing.Message));
                continue;
            }

            faults.AddRange(some.Zip(stored).Where(pair => pair.First.Hash != pair.Second)
                .Select(pair => IntegrityFault.Sealed("log_hash", $"The hash at level {pair.First.Node.Level}, index {pair.First.Node.Index} is not that of the entries.")));
        }

        return faults;
    }

    private async Task<IEnumerable<IntegrityFault>> CountsAsync(LogHead head, CancellationToken cancellation)
    {
        var beyond = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM log_entry WHERE log_index >= @size OR log_index < 0", cancellation, ("@size", head.Size));
        return beyond == 0 ? [] : [IntegrityFault.Sealed("log_entry", $"{beyond:N0} entries stand behind the log's end.")];
    }

    /// <summary>Revisions with an entry in the log but no row in the table, with their log indexes.</summary>
    public async Task<IReadOnlyList<(long Index, RevisionName Revision)>> WithoutRowAsync(CancellationToken cancellation)
    {
        var entries = await connection.QueryAsync(
            "SELECT e.log_index, e.bytes FROM log_entry e WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.log_index = e.log_index) ORDER BY e.log_index",
            row => (Index: row.GetInt64(0), Entry: LogEntry.TryParse((byte[])row.GetValue(1), out var entry, out _) ? entry as RevisionEntry : null), cancellation);
        return [.. entries.Where(each => each.Entry is not null).Select(each => (each.Index, each.Entry!.Revision))];
    }
}
