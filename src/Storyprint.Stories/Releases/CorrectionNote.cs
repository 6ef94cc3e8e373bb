using System.Text.Json.Serialization;

namespace Storyprint.Stories.Releases;

/// <summary>A public note of a correction: what was wrong, what is right.</summary>
/// <param name="Text">In the edition's language, as shown.</param>
/// <param name="At">When the correction was released; never changes.</param>
public sealed record CorrectionNote(string Text, DateTimeOffset At)
{
    /// <summary>Whether the note is of a correction or of the retraction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NoteKind Kind { get; init; }

    /// <summary>What the story said; null in imported notes of one sentence.</summary>
    public string? Said { get; init; }

    /// <summary>What it says now.</summary>
    public string? Says { get; init; }

    /// <summary>Who found the error, if they agreed to be named.</summary>
    public string? FoundBy { get; init; }

    /// <summary>When the note's own words were last corrected; earlier revisions keep the earlier words.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }
}
