using Microsoft.Data.Sqlite;

namespace Storyprint.Backups;

/// <summary>What a fault of the machine means to somebody who makes or restores a backup.</summary>
internal static class BackupFault
{
    private const int NoSpace = 28;

    /// <summary>Null where it is a fault of the program's.</summary>
    public static string? Sentence(Exception fault) => fault switch
    {
        IOException { HResult: NoSpace } or SqliteException { SqliteErrorCode: 13 } => "The disk is full. Make room, then run the command again; what stood there before stands as it was.",
        SqliteException { SqliteErrorCode: 11 or 26 } damaged => $"The database is damaged: {damaged.Message} 'storyprint doctor --full' says more. An earlier backup stands as it was.",
        SqliteException machine => $"The database could not be read or written: {machine.Message}",
        IOException or UnauthorizedAccessException => fault.Message,
        _ => null,
    };
}
