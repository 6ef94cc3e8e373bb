using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Stories.Releases;

/// <summary>The revision that a release makes, and where it leaves the story.</summary>
public sealed record NewRevision
{
    public required RevisionNumber Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>The story's status after the release.</summary>
    public required StoryStatus Status { get; init; }

    /// <summary>What readers see, with its notes; null exactly when the story is withdrawn.</summary>
    public required StoryContent? Content { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>When revision 1 was released.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the canonical text last changed, or null while it has not; a withdrawal leaves it, for there is no text any more.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What an update says is new.</summary>
    public ReleaseNote? Note { get; init; }

    /// <summary>What the gate found between the last revision and this one; kept in the history.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>All that stays visible after a withdrawal.</summary>
    public Withdrawal? Withdrawal { get; init; }
}
