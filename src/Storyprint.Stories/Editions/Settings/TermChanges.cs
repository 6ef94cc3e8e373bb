namespace Storyprint.Stories.Editions.Settings;

/// <summary>Renames and merges of lists: the publication as it is to be. Nothing that is sealed changes.</summary>
public static class TermChanges
{
    extension(Publication publication)
    {
        /// <summary>Gives a section another slug in every edition, and another name where one is given. The old slug leads to it.</summary>
        /// <param name="names">Names by language; an edition that is not among them keeps its own.</param>
        public Publication WithSectionRenamed(string slug, string newSlug, IReadOnlyDictionary<string, string> names) => publication with
        {
            Editions = [.. publication.Editions.Select(edition => edition with
            {
                Sections = [.. edition.Sections.Select(section => section.Slug != slug ? section : section with
                {
                    Slug = newSlug,
                    Name = names.GetValueOrDefault(edition.Language) ?? section.Name,
                    Formerly = With(section.Formerly, slug, newSlug),
                })],
            })],
        };

        /// <summary>Gives a topic another name and slug.</summary>
        public Publication WithTopicRenamed(string language, string slug, string newSlug, string name) => publication.WithTopicsMerged(language, [slug], newSlug, name);

        /// <summary>Makes several topics into one, whose list holds the stories of all.</summary>
        public Publication WithTopicsMerged(string language, IReadOnlyList<string> slugs, string into, string name) => publication.With(language, edition => edition with
        {
            Topics =
            [
                .. edition.Topics.Where(topic => topic.Slug != into && !slugs.Contains(topic.Slug)),
                new TopicName(into, name) { Formerly = Merged(edition.Topics, slugs, into) },
            ],
        });

        /// <summary>Makes several spellings of an author's name into one.</summary>
        public Publication WithBylinesMerged(string language, IReadOnlyList<string> slugs, string into, string name) => publication.With(language, edition => edition with
        {
            Bylines =
            [
                .. edition.Bylines.Where(profile => profile.Slug != into && !slugs.Contains(profile.Slug)),
                Profile(edition.Bylines.Named(into) ?? edition.Bylines.FirstOrDefault(profile => slugs.Contains(profile.Slug)), into, name, Merged(edition.Bylines, slugs, into)),
            ],
        });

        /// <summary>Changes one edition.</summary>
        public Publication With(string language, Func<Edition, Edition> change) => publication with
        {
            Editions = [.. publication.Editions.Select(edition => edition.Language == language ? change(edition) : edition)],
        };
    }

    // A term takes along what was merged into it before.
    private static List<string> Merged(IReadOnlyList<ITerm> terms, IReadOnlyList<string> slugs, string into) =>
        [.. slugs.Append(into).SelectMany(slug => terms.FirstOrDefault(term => term.Slug == slug)?.Slugs ?? [slug]).Where(slug => slug != into).Distinct(StringComparer.Ordinal)];

    private static List<string> With(IReadOnlyList<string> formerly, string slug, string newSlug) =>
        [.. formerly.Append(slug).Where(former => former != newSlug).Distinct(StringComparer.Ordinal)];

    private static BylineProfile Profile(BylineProfile? known, string slug, string name, IReadOnlyList<string> formerly) => new(slug, name)
    {
        Formerly = formerly,
        Words = known?.Words!,
        Contact = known?.Contact!,
        Languages = known?.Languages!,
        Portrait = known?.Portrait!,
    };
}
