using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Changes;

/// <summary>The size of the log, and the root that identifies it: a database that was set back has another root.</summary>
/// <param name="Root">Zero before the log has begun.</param>
/// <param name="Rewrites">As <see cref="RewriteCounter"/> counts them.</param>
public readonly record struct LogPosition(long Size, Sha256Hash Root, long Rewrites = 0)
{
    internal static async Task<LogPosition> ReadAsync(DbConnection connection, CancellationToken cancellation) => await connection.FirstAsync(
        $"SELECT tree_size, root_hash, {RewriteCounter.Value} FROM log_head WHERE id = 1",
        row => new LogPosition(row.GetInt64(0), new Sha256Hash((byte[])row.GetValue(1)), row.IsDBNull(2) ? 0 : row.GetInt64(2)), cancellation);
}
