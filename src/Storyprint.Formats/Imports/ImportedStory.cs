using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Formats.Imports;

/// <summary>A story or page of an archive, already in our words and free of anything that could run in a browser.</summary>
public sealed record ImportedStory : ImportedItem
{
    /// <summary>
    /// Its pictures carry <see cref="Stories.Body.Picture.Address"/> only; the import finds their files and fills in hash and size.
    /// </summary>
    public required StoryContent Content { get; init; }

    public required Slug Slug { get; init; }

    /// <summary>Draft, InReview, Scheduled or Published.</summary>
    public required StoryStatus Status { get; init; }

    /// <summary>When it was, or is to be, published; with the offset it was written with. Null for a draft without a date.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When its text was last changed, where that is later than <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is a standing page (about us, imprint) and no news: it stays out of fronts, feeds and archive.</summary>
    public bool IsPage { get; init; }

    /// <summary>The story's own code in its archive, kept for ever.</summary>
    public StoryCode? Code { get; init; }

    /// <summary>The section's name as its archive gives it; its slug stands in the content.</summary>
    public SectionName? Section { get; init; }

    /// <summary>Joins translations of one story.</summary>
    public string? TranslationKey { get; init; }

    /// <summary>Addresses it had before: absolute, or paths beginning with '/'. They keep working.</summary>
    public IReadOnlyList<string> LegacyUrls { get; init; } = [];

    /// <summary>What could not be carried over, a sentence each.</summary>
    public IReadOnlyList<string> ImportWarnings { get; init; } = [];
}
