namespace Storyprint.Storage.Schema;

/// <summary>What was published: written once, never changed; a withdrawal alone takes the words away.</summary>
public sealed class RevisionRow
{
    public long StoryId { get; set; }

    public int Number { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.ReleaseKind"/>.</summary>
    public int ReleaseKind { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ReleasedAt { get; set; }

    /// <summary>When the schedule was to release it, UTC milliseconds since 1970; null in a revision that somebody released.</summary>
    public long? ScheduledFor { get; set; }

    public required string Slug { get; set; }

    /// <summary><see cref="Storyprint.Stories.StoryJson"/>; null once the story is withdrawn.</summary>
    public string? Content { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Canonical.TextVersion"/>: by it the canonical text is made again of content and note.</summary>
    public int TextVersion { get; set; }

    /// <summary>SHA-256 of the canonical text; null once the story is withdrawn, for a digest lets a text be guessed.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>16 random bytes that keep the logged commitment from being guessed; erased with the text.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>The 85 bytes of the seal, made once at the release; erased with the text, whose digest it holds.</summary>
    public byte[]? Seal { get; set; }

    /// <summary>Where the revision stands in the log; null only in a revision of before there was one.</summary>
    public long? LogIndex { get; set; }

    /// <summary>What an update told readers is new.</summary>
    public string? Note { get; set; }

    /// <summary>What the gate found between the revision before and this one, JSON.</summary>
    public string? Findings { get; set; }

    /// <summary>Who released it. This and the three below are for the newsroom: nothing that readers meet reads them.</summary>
    public required string ReleasedBy { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Releases.ReleaseMeans"/>.</summary>
    public int ReleasedVia { get; set; }

    /// <summary>Why, where somebody said; erased with the text, whose words it may repeat.</summary>
    public string? ReleaseReason { get; set; }

    /// <summary>What it has in common with other releases and with traces.</summary>
    public required string CorrelationId { get; set; }
}
