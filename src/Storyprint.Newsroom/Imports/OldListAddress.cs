using Storyprint.Formats.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Imports;

/// <summary>The addresses of an old site's lists, with what they may be called here.</summary>
internal static class OldListAddress
{
    public static IEnumerable<LegacyTarget> Of(ImportedList list, Publication publication)
    {
        string[] slugs = [.. new[] { SectionNames.Find(publication, null, list.Name)?.Slug, SectionNames.Find(publication, null, list.Slug)?.Slug, Slug.From(list.Slug).Text, Slug.From(list.Name).Text }
            .OfType<string>().Where(slug => slug.Length > 0).Distinct(StringComparer.Ordinal)];
        return slugs.Length == 0 ? [] : list.Addresses.Select(LegacyUrl.Normalize).OfType<string>().Select(path => new LegacyTarget(path, $"{list.Kind} {string.Join(' ', slugs)}", null));
    }
}
