using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Stories.Releases;

/// <summary>The revision made by a release, and the story's state after it.</summary>
public sealed record NewRevision
{
    public required RevisionNumber Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>The story's status after the release.</summary>
    public required StoryStatus Status { get; init; }

    /// <summary>The content with its notes; null only for a withdrawal.</summary>
    public required StoryContent? Content { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>When revision 1 was released.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the canonical text last changed, or null; a withdrawal does not change it, since there is no text any more.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The update's message to readers.</summary>
    public ReleaseNote? Note { get; init; }

    /// <summary>The gate's findings between the last revision and this one; kept in the history.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>What stays visible after a withdrawal.</summary>
    public Withdrawal? Withdrawal { get; init; }
}
