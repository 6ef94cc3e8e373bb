using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>A story to be imported, its pictures already in the media store.</summary>
public sealed record StoryToStore
{
    /// <summary>Its identifier in the archive; a second import finds it by this.</summary>
    public required string Source { get; init; }

    public required StoryContent Content { get; init; }

    public required Slug Slug { get; init; }

    public required StoryStatus Status { get; init; }

    public required bool IsPage { get; init; }

    /// <summary>When it was published or is scheduled for; null for a draft without a date.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>IANA time zone its times are meant in.</summary>
    public required string Zone { get; init; }

    /// <summary>The code it had, or null for a new one.</summary>
    public required StoryCode? Code { get; init; }

    public required SectionName? Section { get; init; }

    public required string? TranslationKey { get; init; }

    /// <summary>As <see cref="LegacyUrl.Normalize"/> gives them.</summary>
    public required IReadOnlyList<string> LegacyUrls { get; init; }
}

/// <summary>The outcome of importing a story.</summary>
public abstract record StoreOutcome(StoryCode Code)
{
    public sealed record Added(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed and differed; a new revision or a new draft was made.</summary>
    public sealed record Revised(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed unchanged.</summary>
    public sealed record Unchanged(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed and the newsroom has worked on it since; that work was kept.</summary>
    public sealed record LeftAlone(StoryCode Code) : StoreOutcome(Code);

    /// <summary>Its code belongs to another story here; it was given a new one.</summary>
    public sealed record AddedUnderNewCode(StoryCode Code, StoryCode Wanted) : StoreOutcome(Code);
}
