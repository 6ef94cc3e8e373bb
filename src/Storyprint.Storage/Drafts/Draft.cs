using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Drafts;

/// <summary>The text of a story that is in work.</summary>
public sealed record Draft
{
    public required StoryCode Code { get; init; }

    public required string Edition { get; init; }

    /// <summary>The slug of its section; empty for none.</summary>
    public required string Section { get; init; }

    /// <summary>How the story stands; <see cref="StoryStatus.Scheduled"/> where it goes out by itself.</summary>
    public required StoryStatus Status { get; init; }

    public required StoryContent Content { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether there is a draft; false for the text as readers see it.</summary>
    public bool HasChanges { get; init; } = true;
}
