using Storyprint.Formats.Imports;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>The section that an item names: one of the publication's, by slug or by name in any edition, or a new one.</summary>
internal static class SectionOfItem
{
    /// <summary>The item in the section of the publication that it means; unchanged where it means none.</summary>
    public static ImportedStory Settle(ImportedStory item, Publication publication)
    {
        var edition = publication.EditionOrMain(item.Content.Language);
        var known = item.Section is not { } said ? null : SectionNames.Find(publication, edition, said.Slug) ?? SectionNames.Find(publication, edition, said.Name);
        return known is null ? item : item with { Section = known, Content = item.Content with { Section = known.Slug } };
    }

    /// <summary>Its section where the settings name sections and not this one; null otherwise.</summary>
    public static SectionName? New(ImportedStory item, Publication publication) =>
        item.Section is { } section && publication.EditionOrMain(item.Content.Language).Sections is { Count: > 0 } && SectionNames.Find(publication, null, section.Slug) is null ? section : null;

    /// <summary>A sentence about a section that stories bring along.</summary>
    public static string Sentence(SectionName section, int stories, Publication publication)
    {
        var nearest = SectionNames.Nearest(publication.Editions.SelectMany(edition => edition.Sections), section.Name);
        return $"The section “{section.Name}” ({section.Slug}; {(stories == 1 ? "one story" : $"{stories:N0} stories")}) is not named in publication.json, so no menu shows it."
            + (nearest.Count > 0 ? $" Is it {string.Join(", or ", nearest.Select(each => $"“{each.Name}”"))}?" : string.Empty);
    }
}
