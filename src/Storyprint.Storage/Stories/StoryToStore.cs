using Storyprint.Stories;
using Storyprint.Stories.Archives;
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

    /// <summary>What its archive says of which story it is; null where <see cref="Source"/> is beyond doubt.</summary>
    public ArchiveIdentity? Identity { get; init; }

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

    /// <summary>Whether that is only a path in an archive without a name: stories of another archive may have it too.</summary>
    public bool IsTranslationByPath { get; init; }

    /// <summary>As <see cref="LegacyUrl.Normalize"/> gives them.</summary>
    public required IReadOnlyList<string> LegacyUrls { get; init; }

    /// <summary>Comments of readers that came with it; they are kept beside it, and nothing seals them.</summary>
    public IReadOnlyList<ArchivedComment> Comments { get; init; } = [];
}

/// <summary>The outcome of importing a story.</summary>
public abstract record StoreOutcome(StoryCode Code)
{
    /// <summary>How many old addresses lead to it.</summary>
    public int OldAddresses { get; init; }

    /// <summary>Those that cannot, each with its reason as a clause.</summary>
    public IReadOnlyList<LostAddress> LostAddresses { get; init; } = [];

    public sealed record Added(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed and differed; a new revision or a new draft was made.</summary>
    public sealed record Revised(StoryCode Code) : StoreOutcome(Code)
    {
        /// <summary>What changed, a sentence each.</summary>
        public IReadOnlyList<string> Changes { get; init; } = [];
    }

    /// <summary>It is published and its text differs: no rule lets the new text out, so the published one stands.</summary>
    /// <param name="Reasons">What changed or what else is against it, a sentence each.</param>
    /// <param name="IsKept">Whether the new text is kept as a draft; it is not where the newsroom has a draft of its own.</param>
    public sealed record Held(StoryCode Code, IReadOnlyList<string> Reasons, bool IsKept) : StoreOutcome(Code);

    /// <summary>It may be this story or another, and nothing was written.</summary>
    /// <param name="KnownAs">What is stored of the story's identity.</param>
    /// <param name="Reason">Why it cannot be told, as a sentence; null where they only have one place.</param>
    public sealed record NotToldApart(StoryCode Code, string KnownAs, string? Reason) : StoreOutcome(Code);

    /// <summary>Another item of this run is the same word for word.</summary>
    public sealed record Repeated(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed unchanged.</summary>
    public sealed record Unchanged(StoryCode Code) : StoreOutcome(Code);

    /// <summary>It existed and the newsroom has worked on it since; that work was kept.</summary>
    /// <param name="Work">What the work was, as far as it was only a draft.</param>
    public sealed record LeftAlone(StoryCode Code, DraftWork Work = DraftWork.Words) : StoreOutcome(Code);

    /// <summary>Its code belongs to another story here; it was given a new one.</summary>
    public sealed record AddedUnderNewCode(StoryCode Code, StoryCode Wanted) : StoreOutcome(Code);
}

/// <summary>What the newsroom did to a draft that an import brought.</summary>
public enum DraftWork
{
    None,
    Words,

    /// <summary>It gave it the hour of its release, another one, or took it away.</summary>
    Hour,
}

/// <summary>An old address that cannot lead to its story.</summary>
/// <param name="Reason">As a clause: "it leads to the story 10008".</param>
public sealed record LostAddress(string Address, string Reason);
