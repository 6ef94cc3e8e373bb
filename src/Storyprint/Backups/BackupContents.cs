using Storyprint.Storage.Engine;

namespace Storyprint.Backups;

/// <summary>What the database of a backup holds.</summary>
internal sealed record BackupContents(long Stories, long Revisions, IReadOnlyList<KeptPicture> Pictures)
{
    public static async Task<BackupContents> ReadAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return new BackupContents(
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", cancellation),
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM revision", cancellation),
            await connection.QueryAsync(
                "SELECT hash, size FROM picture WHERE withdrawn_at IS NULL ORDER BY hash", row => new KeptPicture(row.GetString(0), row.GetInt64(1)), cancellation));
    }
}

/// <summary>A picture that a backup must hold.</summary>
internal readonly record struct KeptPicture(string Hash, long Size);
