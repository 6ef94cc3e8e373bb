namespace Storyprint.Storage.Schema;

/// <summary>The draft of a story.</summary>
public sealed class DraftRow
{
    public long StoryId { get; set; }

    /// <summary><see cref="Storyprint.Stories.StoryJson"/>.</summary>
    public required string Content { get; set; }

    public required string Slug { get; set; }

    /// <summary>The revision the draft was made from; 0 where there was none.</summary>
    public int BaseRevision { get; set; }

    /// <summary>When a scheduled release is due, UTC milliseconds since 1970.</summary>
    public long? ScheduledFor { get; set; }

    /// <summary>Who last scheduled it or cancelled that; null where nobody did.</summary>
    public string? ScheduledBy { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Releases.ReleaseMeans"/>.</summary>
    public int? ScheduledVia { get; set; }

    /// <summary>The person of the newsroom who scheduled it; null for users of a machine.</summary>
    public string? ScheduledPerson { get; set; }

    public string? ScheduleReason { get; set; }

    public string? ScheduleCorrelationId { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ChangedAt { get; set; }
}
