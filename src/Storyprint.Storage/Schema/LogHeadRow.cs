namespace Storyprint.Storage.Schema;

/// <summary>The single row with the size of the log; a release changes it by compare-and-swap.</summary>
public sealed class LogHeadRow
{
    public const int Only = 1;

    public int Id { get; set; }

    /// <summary>Entries in the log.</summary>
    public long TreeSize { get; set; }

    /// <summary>Root of the tree of these entries, 32 bytes.</summary>
    public required byte[] RootHash { get; set; }

    /// <summary>The signed checkpoint of this size, a C2SP signed note.</summary>
    public required byte[] Checkpoint { get; set; }

    /// <summary>The server and its history on which the log may be signed, as the engine identifies it; null before the first release of a version that knows of it.</summary>
    public string? SignedOn { get; set; }
}
