using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>A revision that readers will see, on its way into the database.</summary>
internal sealed record RevisionToWrite
{
    public required long StoryId { get; init; }

    public required StoryCode Code { get; init; }

    public required int Number { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>The story's status after the release.</summary>
    public required StoryStatus Status { get; init; }

    public required bool IsPage { get; init; }

    public required StoryContent Content { get; init; }

    /// <summary><see cref="StoryJson"/> of the content.</summary>
    public required string Json { get; init; }

    public required Slug Slug { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The section's name where it is new.</summary>
    public string? SectionName { get; init; }

    public string? Note { get; init; }

    /// <summary>JSON.</summary>
    public string? Findings { get; init; }

    /// <summary>What an import read; null when the newsroom made the revision.</summary>
    public byte[]? SourceDigest { get; init; }
}
