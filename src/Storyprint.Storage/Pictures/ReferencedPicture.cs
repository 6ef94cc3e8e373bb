using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>A picture that was not withdrawn, so its original must exist.</summary>
/// <param name="Hash">SHA-256 of the original's bytes, lower-case hex.</param>
/// <param name="Size">Bytes of the original.</param>
public readonly record struct ReferencedPicture(string Hash, long Size)
{
    public static Task<List<ReferencedPicture>> ListAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        "SELECT hash, byte_size FROM picture WHERE withdrawn_at IS NULL ORDER BY hash", row => new ReferencedPicture(row.GetString(0), row.GetInt64(1)), cancellation);
}
