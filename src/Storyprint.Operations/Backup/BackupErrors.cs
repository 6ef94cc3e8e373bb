using System.Data.Common;
using Microsoft.Data.Sqlite;
using Storyprint.Storage.Engine;

namespace Storyprint.Operations.Backup;

/// <summary>Explains operational faults to somebody who makes or restores a backup.</summary>
public static class BackupErrors
{
    private const int NoSpace = 28;

    /// <summary>The explanation; null for a fault of the program.</summary>
    /// <param name="database">The database that is backed up or restored into; null where only files are involved.</param>
    public static string? Sentence(Exception fault, Database? database = null) => fault switch
    {
        IOException { HResult: NoSpace } or SqliteException { SqliteErrorCode: 13 } => "The disk is full. Make room, then run the command again.",
        SqliteException { SqliteErrorCode: 11 or 26 } damaged => $"The database is damaged: {damaged.Message} 'storyprint doctor --full' says more.",
        SqliteException machine => $"The database could not be read or written: {machine.Message}",
        DbException server => database?.Problem(server) ?? server.Message,
        IOException or UnauthorizedAccessException => fault.Message,
        _ => null,
    };
}
