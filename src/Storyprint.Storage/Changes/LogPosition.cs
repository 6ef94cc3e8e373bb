using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Changes;

/// <summary>The size of the log, and the root that identifies it: a database that was set back has another root.</summary>
/// <param name="Root">Zero before the log has begun.</param>
public readonly record struct LogPosition(long Size, Sha256Hash Root)
{
    internal static async Task<LogPosition> ReadAsync(DbConnection connection, CancellationToken cancellation) => await connection.FirstAsync(
        "SELECT tree_size, root_hash FROM log_head WHERE id = 1", row => new LogPosition(row.GetInt64(0), new Sha256Hash((byte[])row.GetValue(1))), cancellation);
}
