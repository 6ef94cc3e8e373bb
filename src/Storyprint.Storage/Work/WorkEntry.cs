using Storyprint.Stories.Codes;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Work;

/// <summary>A story in a list of the newsroom.</summary>
public sealed record WorkEntry
{
    public required StoryCode Code { get; init; }

    public required string Headline { get; init; }

    public required string Edition { get; init; }

    /// <summary>The slug of its section; empty for none.</summary>
    public required string Section { get; init; }

    public required WorkState State { get; init; }

    /// <summary>Whether the changed text of a published story was submitted.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>The slug of its desk; null for none.</summary>
    public string? Desk { get; init; }

    /// <summary>The name of the person who has it in hand; null for nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>The authors' names as readers see them, one a line.</summary>
    public string Bylines { get; init; } = string.Empty;

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When its text was last changed, or it was published.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The names of those who have it open in an editor now.</summary>
    public IReadOnlyList<string> Writers { get; init; } = [];
}
