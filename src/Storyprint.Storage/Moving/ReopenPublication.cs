using System.Data.Common;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Moving;

/// <summary>
/// Lets releases into a database again that a move has closed, to stay with it after all. What was released into the new one meanwhile would be signed a second
/// time, so the new one is closed first and compared.
/// </summary>
/// <param name="moved">The new database; null where nobody says where it is. Then the first release asks the other nodes and the witnesses, or an administrator.</param>
public sealed class ReopenPublication(Database closed, Database? moved)
{
    /// <returns>Null, or why it stays closed.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation = default)
    {
        await using var connection = await closed.OpenAsync(cancellation);
        if (moved is not null && await CloseAsync(moved, connection, cancellation) is { } reason)
        {
            return reason;
        }

        await using var transaction = await closed.BeginWriteAsync(connection, cancellation);
        await closed.Moves.OpenAsync(connection, cancellation);
        if (moved is null)
        {
            await LogServer.WriteAsync(connection, LogServer.Unknown, cancellation);
        }

        // An interruption before this line leaves both closed, and the next run goes on; never are both open.
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private static async Task<string?> CloseAsync(Database moved, DbConnection closed, CancellationToken cancellation)
    {
        if (!await moved.IsCurrentAsync(cancellation))
        {
            // The move had not even made its tables: nobody has released into it.
            return null;
        }

        await using var connection = await moved.OpenAsync(cancellation);
        await using var transaction = await moved.BeginWriteAsync(connection, cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is not { } there)
        {
            // Half a copy cannot be used, and the move may be completed later.
            return null;
        }

        await moved.Moves.CloseAsync(connection, cancellation);
        var here = await LogHead.ReadAsync(closed, cancellation);
        if (here is null || there.Size > here.Size || await MerkleTree.RootAsync(new StoredHashReader(closed), there.Size, cancellation) != there.Root)
        {
            await transaction.RollbackAsync(cancellation);
            return $"The new database has {there.Size:N0} entries in its log, and this one {here?.Size ?? 0:N0}: it was released into since the move. Here the same entries would be signed a second time, so this "
                + "one stays closed and the new one open. To come back, move from the new one into an empty database: storyprint move --from NEW --to OTHER.";
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }
}
