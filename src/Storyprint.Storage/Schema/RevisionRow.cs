namespace Storyprint.Storage.Schema;

/// <summary>A published revision: written once, never changed; only a withdrawal erases its words.</summary>
public sealed class RevisionRow
{
    public long StoryId { get; set; }

    public int Number { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.ReleaseKind"/>.</summary>
    public int ReleaseKind { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ReleasedAt { get; set; }

    /// <summary>When it was scheduled for, UTC milliseconds since 1970; null in a release made by hand.</summary>
    public long? ScheduledFor { get; set; }

    public required string Slug { get; set; }

    /// <summary><see cref="Storyprint.Stories.StoryJson"/>; null once the story is withdrawn.</summary>
    public string? Content { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Canonical.TextVersion"/>: the version in which the canonical text is made from content and note.</summary>
    public int TextVersion { get; set; }

    /// <summary>SHA-256 of the canonical text; null once the story is withdrawn, for a digest lets a text be guessed.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>16 random bytes that keep the logged commitment from being guessed; erased with the text.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>The 85 bytes of the seal, made once at the release; erased with the text, whose digest it holds.</summary>
    public byte[]? Seal { get; set; }

    /// <summary>Its log index; null only in a revision from before there was a log.</summary>
    public long? LogIndex { get; set; }

    /// <summary>The update's message to readers.</summary>
    public string? Note { get; set; }

    /// <summary>What the gate found between the revision before and this one, JSON.</summary>
    public string? Findings { get; set; }

    /// <summary>Who released it. This and the three columns below are for the newsroom: no page shows them.</summary>
    public required string ReleasedBy { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Releases.ReleaseMeans"/>.</summary>
    public int ReleasedVia { get; set; }

    /// <summary>Why, if given; erased with the text, whose words it may repeat.</summary>
    public string? ReleaseReason { get; set; }

    /// <summary>Groups related releases and traces.</summary>
    public required string CorrelationId { get; set; }
}
