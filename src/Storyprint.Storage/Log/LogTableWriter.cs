using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>Writes the rows of the log inside a transaction.</summary>
internal static class LogTableWriter
{
    /// <summary>Writes entries and the hashes they add to the tree.</summary>
    /// <param name="from">The index of the first entry.</param>
    /// <param name="tree">The tree of the entries before; it is grown.</param>
    public static async Task AppendAsync(DbTransaction transaction, long from, IReadOnlyList<byte[]> entries, TreeBuilder tree, CancellationToken cancellation)
    {
        var batch = SqlBatch.Create(transaction);
        var insertEntry = PreparedStatement.Prepare(transaction, "INSERT INTO log_entry (log_index, bytes) VALUES (@log_index, @bytes)");
        for (var index = 0; index < entries.Count; index++)
        {
            await batch.AddAsync(insertEntry, cancellation, ("@log_index", from + index), ("@bytes", entries[index]));
        }

        var insertHash = PreparedStatement.Prepare(transaction, "INSERT INTO log_hash (node_id, hash) VALUES (@node_id, @hash)");
        foreach (var stored in tree.Append([.. entries.Select(entry => MerkleHashing.Leaf(entry))]))
        {
            await batch.AddAsync(insertHash, cancellation, ("@node_id", StoredHashReader.Place(stored.Node)), ("@hash", stored.Hash.ToArray()));
        }

        await batch.SendAsync(cancellation);
    }

    /// <summary>Moves the head by compare-and-swap.</summary>
    /// <exception cref="System.Data.DBConcurrencyException">Another process moved it meanwhile; the transaction must be rolled back.</exception>
    public static async Task MoveHeadAsync(DbTransaction transaction, LogHead? before, LogHead next, CancellationToken cancellation)
    {
        (string, object?)[] moved = [("@tree_size", next.Size), ("@root_hash", next.Root.ToArray()), ("@checkpoint", next.Checkpoint.ToBytes())];
        var changed = before is null
            ? await PreparedStatement.Prepare(transaction, "INSERT INTO log_head (id, tree_size, root_hash, checkpoint) VALUES (1, @tree_size, @root_hash, @checkpoint)").RunAsync(cancellation, moved)
            : await PreparedStatement.Prepare(transaction, "UPDATE log_head SET tree_size = @tree_size, root_hash = @root_hash, checkpoint = @checkpoint WHERE id = 1 AND tree_size = @old_size AND root_hash = @old_root")
                .RunAsync(cancellation, [.. moved, ("@old_size", before.Size), ("@old_root", before.Root.ToArray())]);
        if (changed != 1)
        {
            throw new System.Data.DBConcurrencyException("The log's head was moved by another release.");
        }
    }
}
