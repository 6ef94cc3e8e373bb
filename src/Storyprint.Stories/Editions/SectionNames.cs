using Storyprint.Stories.Links;
using Storyprint.Text.Folding;

namespace Storyprint.Stories.Editions;

/// <summary>Finds the section that a word means: by its slug or by its name, in whatever edition it has that name. Slugs are the same in every edition.</summary>
public static class SectionNames
{
    private const int NearestNamed = 3;

    /// <summary>The section with its name in the edition; null where the publication names no such section.</summary>
    /// <param name="edition">The edition of the story; null where it does not matter.</param>
    public static SectionName? Find(Publication publication, Edition? edition, string said)
    {
        var slug = Slug.From(said).Text;
        if (slug.Length == 0)
        {
            return null;
        }

        var all = publication.Editions.OrderBy(other => other.Language == edition?.Language ? 0 : 1).SelectMany(other => other.Sections).ToList();
        var found = all.Find(section => section.Slug == said.Trim()) ?? all.Find(section => section.Slug == slug) ?? all.Find(section => section.Formerly.Contains(slug)) ?? all.Find(section => IsNamed(section, said));
        return found is null ? null : edition?.Sections.FirstOrDefault(section => section.Slug == found.Slug) ?? found;
    }

    /// <summary>The sections whose slugs or names are most like a word, best first.</summary>
    public static IReadOnlyList<SectionName> Nearest(IEnumerable<SectionName> sections, string said) =>
    [
        .. sections.Select(section => (Section: section, Distance: Math.Min(Distance(section.Slug, said), Distance(section.Name, said))))
            .Where(each => each.Distance <= Math.Max(2, said.Length / 3)).OrderBy(each => each.Distance).Select(each => each.Section).DistinctBy(section => section.Slug).Take(NearestNamed),
    ];

    private static bool IsNamed(SectionName section, string said) => Folded(section.Name) == Folded(said);

    private static string Folded(string text) => string.Join(' ', Fold.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Levenshtein distance of folded words.
    private static int Distance(string one, string other)
    {
        var (left, right) = (Folded(one), Folded(other));
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var at = 1; at <= left.Length; at++)
        {
            var corner = row[0]++;
            for (var to = 1; to <= right.Length; to++)
            {
                var changed = corner + (left[at - 1] == right[to - 1] ? 0 : 1);
                corner = row[to];
                row[to] = Math.Min(changed, Math.Min(row[to], row[to - 1]) + 1);
            }
        }

        return row[^1];
    }
}
