namespace Storyprint.Storage.Schema;

/// <summary>An entry of the log, to the byte.</summary>
public sealed class LogEntryRow
{
    /// <summary>From 0, without gaps.</summary>
    public long LogIndex { get; set; }

    public required byte[] Bytes { get; set; }
}
