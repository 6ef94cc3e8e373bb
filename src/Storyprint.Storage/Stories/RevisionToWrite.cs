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

    public required StoredTextForms Text { get; init; }

    /// <summary>What else is to be known of a story that is not there yet; null where it is.</summary>
    public NewStory? New { get; init; }

    /// <summary>The content that the lists show now, so that places which stay are left as they are; null where all are written anew.</summary>
    public StoryContent? Listed { get; init; }

    public required Slug Slug { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>When the schedule was to release it; null where somebody did.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The section's name where it is new.</summary>
    public string? SectionName { get; init; }

    /// <summary>JSON.</summary>
    public string? Findings { get; init; }

    /// <summary>What an import read; null when the newsroom made the revision.</summary>
    public byte[]? SourceDigest { get; init; }
}

/// <summary>What a story has from its beginning.</summary>
/// <param name="Zone">IANA zone its times are meant in.</param>
/// <param name="Source">What an import calls it; null where the newsroom wrote it.</param>
internal sealed record NewStory(StoryCode Code, string Zone, bool IsPage, string? TranslationKey, string? Source);
