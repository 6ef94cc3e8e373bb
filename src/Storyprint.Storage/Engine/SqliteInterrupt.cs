using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Ends a query of SQLite's when nobody waits for it any more (<c>sqlite3_interrupt</c>): the driver looks at a token before a statement and not while it
/// runs. Inside a transaction nothing is interrupted, for that could undo what is being written.
/// </summary>
internal static class SqliteInterrupt
{
    /// <summary>Interrupts what runs on the connection when the token is cancelled, until it is disposed; that waits for an interrupt that is under way, so none meets a later statement.</summary>
    public static CancellationTokenRegistration On(DbConnection connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled && connection is SqliteSession { IsInTransaction: false } session
            ? cancellation.UnsafeRegister(static state => raw.sqlite3_interrupt(((SqliteSession)state!).Handle), session)
            : default;

    /// <summary>Whether a fault is an interrupt that the token asked for.</summary>
    public static bool Caused(SqliteException fault, CancellationToken cancellation) =>
        fault.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellation.IsCancellationRequested;
}
