using System.Data.Common;
using Npgsql;
using Storyprint.Storage.Moving;

namespace Storyprint.Storage.Engine;

/// <summary>Translates PostgreSQL's error codes for administrators (appendix A of its manual).</summary>
internal static class PostgresErrors
{
    /// <summary>Whether the server could not be reached or refused the connection.</summary>
    public static bool IsUnavailable(Exception fault) => fault switch
    {
        // Error classes of shutdown, startup and termination by an administrator; of connection faults; of too many connections.
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or "53300" } => true,
        PostgresException => false,

        // Npgsql's own faults: connection refused or broken, no host of the wanted kind, pool exhausted.
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>The fault in words; null for a fault of the program.</summary>
    /// <param name="place">The database's name.</param>
    public static string? Sentence(DbException fault, string place) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.RaiseException, MessageText: BulkTransfer.Mark } => BulkTransfer.Sentence,
        PostgresException { SqlState: "55P03" or "40001" or "40P01" } => "The database is busy with other work. Nothing was released; try again.",
        PostgresException { SqlState: "25006" } =>
            $"The database {place} takes no writes: it is a replica, or set to read-only. Nothing was released; name the primary among the hosts.",
        PostgresException { SqlState: "53100" } => $"The disk of the database {place} is full. Nothing was released; make room and release again.",
        PostgresException { SqlState: "53200" } => $"The server of the database {place} has no memory left. Nothing was released; look at the server.",
        PostgresException { SqlState: "53300" } =>
            $"The database {place} has no connection left. Nothing was released; raise max_connections there, or set Maximum Pool Size in the connection string.",
        PostgresException { SqlState: "42501" } =>
            $"The database {place} does not let this program do that ({fault.Message}). Nothing was released; its role must own the tables.",
        PostgresException { SqlState: "28P01" or "28000" } => $"The database {place} does not know this program's role or password. Look at the connection string.",
        PostgresException { SqlState: "3D000" } => $"There is no database {place}. Make it with createdb, or look at the connection string.",
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } or NpgsqlException { SqlState: null } =>
            $"The database {place} cannot be reached ({fault.Message}). Look at the server and the connection string; then try again.",
        PostgresException { SqlState: ['5', '8', ..] or "XX001" or "XX002" } =>
            $"The database {place} could not be read or written ({fault.Message}). Nothing was released; look at the server's disk and its log.",
        _ => null,
    };
}
