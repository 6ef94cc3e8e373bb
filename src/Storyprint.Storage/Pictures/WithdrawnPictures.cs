using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Withdrawn pictures.</summary>
public sealed class WithdrawnPictures(Database database, MediaStore media)
{
    /// <summary>Their hashes.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT hash FROM picture WHERE withdrawn_at IS NOT NULL ORDER BY hash", row => row.GetString(0), cancellation);
    }

    /// <summary>Deletes the files of withdrawn pictures, after an interrupted withdrawal or a restored backup.</summary>
    /// <returns>The number of files deleted.</returns>
    public async Task<int> DeleteLeftoversAsync(CancellationToken cancellation = default)
    {
        var files = 0;
        foreach (var hash in await ListAsync(cancellation))
        {
            files += await media.DeleteAsync(hash, cancellation);
        }

        return files;
    }
}
