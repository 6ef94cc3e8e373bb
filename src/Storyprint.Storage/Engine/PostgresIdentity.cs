using System.Data.Common;
using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>
/// What tells one history of a PostgreSQL database from another: the server's system identifier, the database's number there, and the timeline, which a promotion
/// and a recovery to a point in time change. Where a hosted server lets nobody ask for one of them, it is left out.
/// </summary>
internal sealed class PostgresIdentity(PostgresDatabase database)
{
    private const string Server = "(SELECT system_identifier FROM pg_control_system())";
    private const string Number = "(SELECT oid FROM pg_database WHERE datname = current_database())";
    private const string Timeline = "substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)";

    private static readonly string[] Queries =
    [
        $"SELECT {Server} || '/' || {Number} || '/' || {Timeline}", $"SELECT {Server} || '/' || {Number} || '/-'", $"SELECT '-/' || {Number} || '/-'",
    ];

    private volatile string? answered;

    public async Task<string> ReadAsync(DbConnection connection, CancellationToken cancellation) =>
        (await connection.ScalarAsync<string>(answered ??= await FindQueryAsync(cancellation), cancellation))!;

    // On a connection of its own: a refused question would end the transaction that asks.
    private async Task<string> FindQueryAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var query in Queries)
        {
            try
            {
                await connection.ScalarAsync<string>(query, cancellation);
                return query;
            }
            catch (PostgresException refused) when (query != Queries[^1]
                && refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFunction)
            {
                // The next question asks for less.
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }
}
