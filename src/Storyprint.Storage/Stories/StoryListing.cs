using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>What lists show of a content. It holds no blocks of the body, so that a text that waits to be written is not in memory twice.</summary>
internal sealed record StoryListing
{
    public required string Language { get; init; }

    public required string Section { get; init; }

    public required StoryLabel? Label { get; init; }

    public required string Kicker { get; init; }

    public required string Headline { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<string> Bylines { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<CorrectionNote> Corrections { get; init; }

    public required Picture? LeadPicture { get; init; }

    /// <summary>The hashes of its stored pictures and linked files, each once.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    public static StoryListing From(StoryContent content) => new()
    {
        Language = content.Language,
        Section = content.Section,
        Label = content.Label,
        Kicker = content.Kicker,
        Headline = content.Headline,
        Summary = content.Summary,
        Bylines = content.Bylines,
        Topics = content.Topics,
        Corrections = content.Corrections,
        LeadPicture = content.LeadPicture,
        Pictures = [.. content.MediaHashes],
    };

    /// <summary>Whether another listing has the same topics, authors, section and edition.</summary>
    public bool HasPlacesOf(StoryContent other) => Language == other.Language && Section == other.Section
        && Topics.SequenceEqual(other.Topics, StringComparer.Ordinal) && Bylines.SequenceEqual(other.Bylines, StringComparer.Ordinal);

    /// <summary>Topics or authors with their slugs. Two names with one slug are one topic; a name without letters has no page of its own.</summary>
    public static IEnumerable<(string Slug, string Name)> Terms(IReadOnlyList<string> names) =>
        names.Select(name => (Slug: Slug.From(name).Text, name)).Where(term => term.Slug.Length > 0).DistinctBy(term => term.Slug);
}
