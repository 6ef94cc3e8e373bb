using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>
/// The server on which the log may be signed, kept in the row of its head. It travels with the database: a promoted standby and a restored copy say where they are
/// from, to every process, also to one that was never there before.
/// </summary>
internal sealed class LogServer(Database database)
{
    /// <summary>The server of a database that may have been left behind by another, such as one that a move had closed.</summary>
    public const string Unknown = "-";

    /// <summary>Whether the database is elsewhere than where the log was last signed.</summary>
    public async Task<bool> IsChangedAsync(DbConnection connection, CancellationToken cancellation) =>
        await ReadAsync(connection, cancellation) is { } before && before != await database.IdentityAsync(connection, cancellation);

    /// <param name="asked">What those said who were asked.</param>
    public async Task<LogProblem?> ProblemAsync(DbConnection connection, IReadOnlyList<string> asked, CancellationToken cancellation)
    {
        if (!await IsChangedAsync(connection, cancellation))
        {
            return null;
        }

        var newest = await connection.ScalarAsync<long?>("SELECT MAX(released_at) FROM revision WHERE released_at IS NOT NULL", cancellation);
        return new LogProblem.ServerChanged(
            asked, await connection.ScalarAsync<long>("SELECT tree_size FROM log_head WHERE id = 1", cancellation), newest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }

    /// <summary>Takes the server for the right one.</summary>
    /// <returns>The one before.</returns>
    public async Task<string?> ConfirmAsync(DbConnection connection, CancellationToken cancellation)
    {
        var before = await ReadAsync(connection, cancellation);
        await WriteAsync(connection, await database.IdentityAsync(connection, cancellation), cancellation);
        return before;
    }

    /// <summary>Takes the server for the right one where none was known.</summary>
    public async Task AdoptAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (await ReadAsync(connection, cancellation) is null)
        {
            await ConfirmAsync(connection, cancellation);
        }
    }

    public static Task WriteAsync(DbConnection connection, string server, CancellationToken cancellation) =>
        connection.ExecuteAsync("UPDATE log_head SET signed_on = @server WHERE id = 1", cancellation, ("@server", server));

    private static Task<string?> ReadAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.ScalarAsync<string?>("SELECT signed_on FROM log_head WHERE id = 1", cancellation);
}
