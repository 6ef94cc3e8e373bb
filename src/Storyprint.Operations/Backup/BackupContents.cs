using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Backup;

/// <summary>The contents of a backup's database.</summary>
internal sealed record BackupContents(long Stories, long Revisions, IReadOnlyList<ReferencedPicture> Pictures)
{
    public static async Task<BackupContents> ReadAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return new BackupContents(
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", cancellation),
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM revision", cancellation),
            await ReferencedPicture.ListAsync(connection, cancellation));
    }
}
