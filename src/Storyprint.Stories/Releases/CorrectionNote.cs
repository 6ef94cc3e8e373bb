using System.Text.Json.Serialization;

namespace Storyprint.Stories.Releases;

/// <summary>The sentence readers see after a correction: what was wrong, what is right.</summary>
/// <param name="Text">In the edition's language, as printed.</param>
/// <param name="At">When the correction was released; no later release moves it.</param>
public sealed record CorrectionNote(string Text, DateTimeOffset At)
{
    /// <summary>Whether the note stands for a correction or for the story's retraction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NoteKind Kind { get; init; }

    /// <summary>What the story said; null in notes that came from elsewhere as one sentence.</summary>
    public string? Said { get; init; }

    /// <summary>What it says now.</summary>
    public string? Says { get; init; }

    /// <summary>Who found the error, where they agreed to be named.</summary>
    public string? FoundBy { get; init; }

    /// <summary>When the note's own words were last corrected; the earlier words stand in the earlier revisions.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }
}
