namespace Storyprint.Storage.Schema;

/// <summary>The one row that says how far the log reaches; a release changes it by compare-and-swap.</summary>
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
}

/// <summary>An entry of the log, to the byte.</summary>
public sealed class LogEntryRow
{
    /// <summary>From 0, without gaps.</summary>
    public long LogIndex { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>A hash of the tree: of a leaf or of a complete subtree. It never changes.</summary>
public sealed class LogHashRow
{
    /// <summary>Level in the high bits and index in the low 48, so that a tile is one range of rows.</summary>
    public long NodeId { get; set; }

    /// <summary>32 bytes.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>A key of the publisher, as the public key list names it. The private half is never in the database.</summary>
public sealed class LogKeyRow
{
    /// <summary><c>log</c> or <c>seal</c>.</summary>
    public required string Role { get; set; }

    /// <summary>0 to 31.</summary>
    public int Ordinal { get; set; }

    public required string Vkey { get; set; }

    /// <summary>Seconds since 1970.</summary>
    public long ValidFrom { get; set; }

    /// <summary>Seconds since 1970; null while it is in use.</summary>
    public long? ValidUntil { get; set; }

    /// <summary>The entry that revoked it.</summary>
    public long? RevokedAtLogIndex { get; set; }
}

/// <summary>A witness's line under the checkpoint of a size.</summary>
public sealed class CosignatureRow
{
    public long TreeSize { get; set; }

    /// <summary>The witness's vkey.</summary>
    public required string Vkey { get; set; }

    /// <summary>The signature line as it is served.</summary>
    public required byte[] Line { get; set; }
}
