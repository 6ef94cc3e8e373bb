namespace Storyprint.Storage.Schema;

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
