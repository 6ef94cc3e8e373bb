using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Backup;

/// <summary>How many stories and revisions a database holds, and the pictures they refer to.</summary>
internal sealed record BackupCounts(long Stories, long Revisions, IReadOnlyList<ReferencedPicture> Pictures)
{
    public static async Task<BackupCounts> ReadAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return new BackupCounts(
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", cancellation),
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM revision", cancellation),
            await ReferencedPicture.ListAsync(connection, cancellation));
    }
}
