using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Storage.Stories;

/// <summary>A published revision, with what its page says about the story as a whole.</summary>
public sealed record PublishedStory
{
    public required StoryCode Code { get; init; }

    public required string Edition { get; init; }

    public required StoryStatus Status { get; init; }

    public required bool IsPage { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the words last changed, or null while they have not.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public required string? TranslationKey { get; init; }

    /// <summary>The slug of the current revision, for the canonical link.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The newest revision of the story.</summary>
    public required RevisionNumber Current { get; init; }

    /// <summary>The revision this record holds.</summary>
    public required RevisionNumber Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    public required StoryContent Content { get; init; }

    /// <summary>SHA-256 of the canonical text of this revision.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The 85 bytes of the seal; null only in a revision from before there was a log.</summary>
    public required byte[]? Seal { get; init; }

    /// <summary>Its log index.</summary>
    public required long? LogIndex { get; init; }

    /// <summary>The update's message to readers.</summary>
    public required string? Note { get; init; }

    /// <summary>What the gate found between the revision before and this one.</summary>
    public required IReadOnlyList<GateFinding> Findings { get; init; }

    public bool IsCurrent => Number == Current;

    public RevisionId Id => new(Code, Number);
}

/// <summary>All that is left of a withdrawn story.</summary>
/// <param name="Revision">The number of its last revision, the withdrawal.</param>
public sealed record WithdrawnStory(StoryCode Code, string Edition, RevisionNumber Revision, Withdrawal Withdrawal, DateTimeOffset? PublishedAt);
