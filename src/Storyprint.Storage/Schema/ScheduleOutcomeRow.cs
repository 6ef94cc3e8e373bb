namespace Storyprint.Storage.Schema;

/// <summary>What became of an hour that a story was scheduled for.</summary>
public sealed class ScheduleOutcomeRow
{
    public long StoryId { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long DueAt { get; set; }

    /// <summary>When it was released, or first refused; UTC milliseconds since 1970.</summary>
    public long At { get; set; }

    /// <summary>The revision that was released; 0 where it was refused.</summary>
    public int Revision { get; set; }

    /// <summary>Why it was refused, in a sentence; null where it was released.</summary>
    public string? Refusal { get; set; }
}
