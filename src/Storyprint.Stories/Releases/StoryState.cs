using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>The state of a story that release rules need.</summary>
public sealed record StoryState
{
    public required StoryStatus Status { get; init; }

    /// <summary>The newest revision, or null before the first.</summary>
    public CurrentRevision? Current { get; init; }

    /// <summary>The content of the newest revision; null before the first and after a withdrawal.</summary>
    public StoryContent? Content { get; init; }

    /// <summary>The content of the newest revision with a note, where that is an older one: several small changes without a note must not add up to a large one.</summary>
    public StoryContent? LastNotedContent { get; init; }

    /// <summary>When revision 1 was released.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the canonical text last changed, or null while it has not.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    // A visible story without a revision is a broken table, not an editor's mistake.
    internal StoryContent PublishedContent => Content ?? throw Broken("its content");

    internal CurrentRevision PublishedRevision => Current ?? throw Broken("its newest revision");

    internal DateTimeOffset FirstPublishedAt => PublishedAt ?? throw Broken("the time of its publication");

    private InvalidOperationException Broken(string what) => new($"A story that is {Status} came to the release rules without {what}.");
}

/// <summary>The newest revision of a story: its number, kind and time.</summary>
public sealed record CurrentRevision(RevisionNumber Number, ReleaseKind Kind, DateTimeOffset ReleasedAt);
