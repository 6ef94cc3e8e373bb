using Storyprint.Stories.Codes;

namespace Storyprint.People.Notices;

/// <summary>Something that one person was told.</summary>
public sealed record PersonNotice
{
    public required string Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public StoryCode? Story { get; init; }

    /// <summary>The headline of the story as it is now; null where it is about none, or the story was withdrawn.</summary>
    public string? Headline { get; init; }

    /// <summary>A name or value of the sentence.</summary>
    public string Detail { get; init; } = string.Empty;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
