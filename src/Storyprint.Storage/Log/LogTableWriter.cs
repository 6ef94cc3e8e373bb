using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>The rows of the log, as they are written inside a transaction.</summary>
internal static class LogTableWriter
{
    /// <summary>Writes entries and the hashes they add to the tree.</summary>
    /// <param name="from">The index of the first.</param>
    /// <param name="tree">The tree of the entries before; it grows.</param>
    public static async Task AppendAsync(DbTransaction transaction, long from, IReadOnlyList<byte[]> entries, TreeBuilder tree, CancellationToken cancellation)
    {
        var batch = SqlBatch.Create(transaction);
        var insertEntry = PreparedStatement.Prepare(transaction, "INSERT INTO log_entry (position, bytes) VALUES (@p0, @p1)", 2);
        for (var index = 0; index < entries.Count; index++)
        {
            await batch.AddAsync(insertEntry, cancellation, from + index, entries[index]);
        }

        var insertHash = PreparedStatement.Prepare(transaction, "INSERT INTO log_hash (place, hash) VALUES (@p0, @p1)", 2);
        foreach (var stored in tree.Append([.. entries.Select(entry => MerkleHashing.Leaf(entry))]))
        {
            await batch.AddAsync(insertHash, cancellation, StoredHashReader.Place(stored.Node), stored.Hash.ToArray());
        }

        await batch.SendAsync(cancellation);
    }

    /// <summary>Moves the head by compare-and-swap.</summary>
    /// <exception cref="System.Data.DBConcurrencyException">Somebody else moved it meanwhile; the transaction must be rolled back.</exception>
    public static async Task MoveHeadAsync(DbTransaction transaction, LogHead? before, LogHead next, CancellationToken cancellation)
    {
        var (size, root, checkpoint) = (next.Size, next.Root.ToArray(), next.Checkpoint.ToBytes());
        var move = before is null
            ? PreparedStatement.Prepare(transaction, "INSERT INTO log_head (id, size, root, checkpoint) VALUES (1, @p0, @p1, @p2)", 3)
            : PreparedStatement.Prepare(transaction, "UPDATE log_head SET size = @p0, root = @p1, checkpoint = @p2 WHERE id = 1 AND size = @p3 AND root = @p4", 5);
        var changed = before is null
            ? await move.RunAsync(cancellation, size, root, checkpoint)
            : await move.RunAsync(cancellation, size, root, checkpoint, before.Size, before.Root.ToArray());
        if (changed != 1)
        {
            throw new System.Data.DBConcurrencyException("The log's head was moved by another release.");
        }
    }
}
