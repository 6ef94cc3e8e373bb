namespace Storyprint.Storage.Schema;

/// <summary>One act in the newsroom's record. Triggers refuse every change and deletion.</summary>
public sealed class AuditEntryRow
{
    /// <summary>From 1, without gaps.</summary>
    public long Number { get; set; }

    public long At { get; set; }

    public required string Act { get; set; }

    /// <summary>Who, as named then: a name to sign in with, or a user of a machine.</summary>
    public required string Actor { get; set; }

    public string? PersonId { get; set; }

    public int Means { get; set; }

    public string? NetworkAddress { get; set; }

    /// <summary>What the act was done to: a story code, a name, a setting. Never the words of a story, which a withdrawal must be able to erase.</summary>
    public required string Subject { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public string? Reason { get; set; }

    /// <summary>SHA-256 of the entry before and of this one, in hexadecimal digits.</summary>
    public required string Digest { get; set; }
}
