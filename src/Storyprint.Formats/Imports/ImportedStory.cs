using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Formats.Imports;

/// <summary>
/// An imported story or page, already converted and free of anything executable. Its pictures have only their <see cref="Stories.Body.Picture.Address"/>; the
/// import finds their files and sets hash and size.
/// </summary>
public sealed record ImportedStory : ImportedItem
{
    /// <summary>
    /// Its pictures carry <see cref="Stories.Body.Picture.Address"/> only; the import finds their files and fills in hash and size.
    /// </summary>
    public required StoryContent Content { get; init; }

    public required Slug Slug { get; init; }

    /// <summary>Whether the item itself gives its slug, and not its file's name or its headline.</summary>
    public bool HasOwnSlug { get; init; }

    /// <summary>Whether it may be public, and when.</summary>
    public required ItemVisibility Visibility { get; init; }

    public StoryStatus Status => Visibility.Status;

    /// <summary>When it was published or is scheduled for, with the offset as written. Null for a draft without a date.</summary>
    public DateTimeOffset? PublishedAt => Visibility.At;

    /// <summary>Which story it is; null where <see cref="ImportedItem.Source"/> says so beyond doubt.</summary>
    public ArchiveIdentity? Identity { get; init; }

    /// <summary>When its text was last changed, where that is later than <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is a static page (about us, imprint): it is not listed on fronts, in feeds and in the archive.</summary>
    public bool IsPage { get; init; }

    /// <summary>The story's code in its archive, which it keeps.</summary>
    public StoryCode? Code { get; init; }

    /// <summary>The section's name in the archive; its slug is in the content.</summary>
    public SectionName? Section { get; init; }

    /// <summary>Links the translations of a story.</summary>
    public string? TranslationKey { get; init; }

    /// <summary>Whether that is only the item's path in an archive without a name, which another archive may have too.</summary>
    public bool IsTranslationByPath { get; init; }

    /// <summary>Legacy URLs: absolute, or paths beginning with '/'. They keep working.</summary>
    public IReadOnlyList<string> LegacyUrls { get; init; } = [];

    /// <summary>Its public comments, in the order of the archive.</summary>
    public IReadOnlyList<ImportedComment> Comments { get; init; } = [];

    /// <summary>What could not be imported and why it is not public, a sentence each. A reader that left nothing out says so.</summary>
    public required IReadOnlyList<string> ImportWarnings { get => [.. Visibility.Notes.Concat(field).Distinct()]; init; }
}
