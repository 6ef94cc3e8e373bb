using System.Data.Common;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Verification;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>Recomputes the log's root from its entries, first to last, without relying on the stored hashes.</summary>
/// <param name="Head">The head; null where the log was never begun.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
public sealed record LogIntegrityCheck(LogHead? Head, string? Problem)
{
    private const int AtOnce = 5_000;

    public static async Task<LogIntegrityCheck> ReadAsync(Database database, IProgress<StepProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        try
        {
            if (await LogHead.ReadAsync(connection, cancellation) is not { } head)
            {
                return new LogIntegrityCheck(null, "The log was never begun.");
            }

            string? disorder = null;
            var times = new TimeOrder();
            var root = await RootAsync(connection, head.Size, read => progress?.Report(new StepProgress("entries of the log", read, head.Size)), cancellation, (index, bytes) =>
                disorder ??= LogEntry.TryParse(bytes.Span, out var entry, out _) && times.Take(index, entry) is { } sentence ? $"Entry {index} of the log is out of order. {sentence}" : null);
            return new LogIntegrityCheck(head, root != head.Root ? "The entries of the log do not give the root of its head."
                : head.Checkpoint.Body.Size != head.Size || head.Checkpoint.Body.Root != head.Root ? "The checkpoint of the log is not that of its head."
                : await MerkleTree.RootAsync(new StoredHashReader(connection), head.Size, cancellation) != head.Root ? "The stored hashes of the log do not give the root of its head."
                : disorder);
        }
        catch (InvalidDataException damaged)
        {
            return new LogIntegrityCheck(null, damaged.Message);
        }
    }

    /// <summary>The root of the stored entries.</summary>
    /// <param name="tell">Called with the number of entries read.</param>
    /// <param name="take">Called with each entry and its index, in order.</param>
    internal static async Task<Sha256Hash> RootAsync(DbConnection connection, long size, Action<long> tell, CancellationToken cancellation, Action<long, ReadOnlyMemory<byte>>? take = null)
    {
        var tree = new TreeBuilder();
        while (tree.Size < size)
        {
            foreach (var entry in await LogStore.EntriesAsync(connection, tree.Size, (int)Math.Min(AtOnce, size - tree.Size), cancellation))
            {
                take?.Invoke(tree.Size, entry);
                tree.Append(MerkleHashing.Leaf(entry.Span));
            }

            tell(tree.Size);
        }

        return tree.Root();
    }
}
