using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>A revision to be written that readers will see.</summary>
internal sealed record RevisionToWrite
{
    public required long StoryId { get; init; }

    public required StoryCode Code { get; init; }

    public required int Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>The story's status after the release.</summary>
    public required StoryStatus Status { get; init; }

    public required bool IsPage { get; init; }

    public required StoredTextForms Text { get; init; }

    /// <summary>The data of a new story; null for one that exists.</summary>
    public NewStory? New { get; init; }

    /// <summary>The content listed now, so that unchanged list rows are kept; null where all are rewritten.</summary>
    public StoryContent? Listed { get; init; }

    public required Slug Slug { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>When it was scheduled for; null for a release made by hand.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The section's name where it is new.</summary>
    public string? SectionName { get; init; }

    /// <summary>JSON.</summary>
    public string? Findings { get; init; }

    /// <summary>The digest of what an import read; null when the newsroom made the revision.</summary>
    public byte[]? SourceDigest { get; init; }
}

/// <summary>What a story gets once, when it is created.</summary>
/// <param name="Zone">IANA time zone its times are meant in.</param>
/// <param name="Source">The import's identifier; null where the newsroom wrote it.</param>
internal sealed record NewStory(StoryCode Code, string Zone, bool IsPage, string? TranslationKey, string? Source);
