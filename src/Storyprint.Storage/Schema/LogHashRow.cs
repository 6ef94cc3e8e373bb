namespace Storyprint.Storage.Schema;

/// <summary>A hash of the tree: of a leaf or of a complete subtree. It never changes.</summary>
public sealed class LogHashRow
{
    /// <summary>Level in the high bits and index in the low 48, so that a tile is one range of rows.</summary>
    public long NodeId { get; set; }

    /// <summary>32 bytes.</summary>
    public required byte[] Hash { get; set; }
}
