using System.Data.Common;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>The head of the log: its size and root, and the checkpoint that signs them.</summary>
public sealed record LogHead(long Size, Sha256Hash Root, SignedCheckpoint Checkpoint)
{
    internal static Task<LogHead?> ReadAsync(DbConnection connection, CancellationToken cancellation) => connection.FirstAsync(
        "SELECT tree_size, root_hash, checkpoint FROM log_head WHERE id = 1", Read, cancellation);

    private static LogHead? Read(DbDataReader row) => new(
        row.GetInt64(0), new Sha256Hash((byte[])row.GetValue(1)),
        SignedCheckpoint.TryParse((byte[])row.GetValue(2), out var checkpoint, out var reason)
            ? checkpoint
            : throw new InvalidDataException($"The checkpoint in the database cannot be read: {reason}"));
}
