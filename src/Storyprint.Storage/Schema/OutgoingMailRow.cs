namespace Storyprint.Storage.Schema;

/// <summary>A mail that is to be sent, or was. Its words are encrypted with a key of the machine, and gone once it was sent.</summary>
public sealed class OutgoingMailRow
{
    public required string Id { get; set; }

    /// <summary>The person it is for; null where it has no account yet.</summary>
    public string? PersonId { get; set; }

    public required string Recipient { get; set; }

    /// <summary>What it is about, by the word of its kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Subject, text and HTML, encrypted; empty once sent or given up.</summary>
    public required string Letter { get; set; }

    public int State { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>When it is tried next.</summary>
    public long NextAt { get; set; }

    /// <summary>Until when another node is sending it.</summary>
    public long ClaimedUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>What the mail server said last.</summary>
    public string? Fault { get; set; }

    public long? EndedAt { get; set; }
}
