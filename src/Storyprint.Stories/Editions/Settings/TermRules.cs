using Storyprint.Stories.Links;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What sections, topics and authors must be like: one address leads to one list.</summary>
internal static class TermRules
{
    private const long MaxName = 200;
    private const long MaxFormer = 100;
    private const long MaxWords = 10_000;

    public static IEnumerable<SettingProblem> Problems(Publication publication) =>
    [
        .. publication.Editions.SelectMany(edition => (IEnumerable<SettingProblem>)
        [
            .. Of(SettingKey.Of(edition.Language, "sections"), edition.Sections),
            .. Of(SettingKey.Of(edition.Language, "topics"), edition.Topics),
            .. Of(SettingKey.Of(edition.Language, "bylines"), edition.Bylines),
            .. OfProfiles(SettingKey.Of(edition.Language, "bylines"), edition.Bylines),
        ]),
        .. AcrossEditions(publication),
    ];

    private static IEnumerable<SettingProblem> Of(SettingKey key, IReadOnlyList<ITerm> terms)
    {
        foreach (var term in terms)
        {
            if (string.IsNullOrWhiteSpace(term.Name) || term.Name.Length > MaxName)
            {
                yield return new SettingProblem(key, ProblemText.TermName, term.Slug, MaxName);
            }

            foreach (var slug in term.Slugs.Where(slug => slug.Length == 0 || Slug.From(slug).Text != slug))
            {
                yield return new SettingProblem(key, ProblemText.TermSlug, slug, Slug.From(slug).Text);
            }

            if (term.Formerly.Count > MaxFormer)
            {
                yield return new SettingProblem(key, ProblemText.TermFormer, term.Name, (long)term.Formerly.Count, MaxFormer);
            }
        }

        foreach (var twice in terms.SelectMany(term => term.Slugs.Select(slug => (slug, term))).GroupBy(each => each.slug, each => each.term).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, ProblemText.TermTwice, twice.Key, string.Join(", ", twice.Select(term => $"“{term.Name}”")));
        }
    }

    // A slug of a section is the same in every edition: a translation finds its section by it.
    private static IEnumerable<SettingProblem> AcrossEditions(Publication publication) =>
        from edition in publication.Editions
        from section in edition.Sections
        from other in publication.Editions
        where other != edition && other.Sections.Any(theirs => theirs.Slug != section.Slug && theirs.Formerly.Contains(section.Slug))
        select new SettingProblem(
            SettingKey.Of(edition.Language, "sections"), ProblemText.SectionElsewhere, section.Slug, other.Language, edition.Language);

    private static IEnumerable<SettingProblem> OfProfiles(SettingKey key, IReadOnlyList<BylineProfile> profiles)
    {
        foreach (var profile in profiles)
        {
            if (profile.Words.Length > MaxWords)
            {
                yield return new SettingProblem(key, ProblemText.ProfileWords, profile.Name, (long)profile.Words.Length, MaxWords);
            }

            if (profile.Contact.Length > 0 && !PublicationRules.IsContact(profile.Contact))
            {
                yield return new SettingProblem(key, ProblemText.ProfileContact, profile.Name);
            }

            foreach (var language in profile.Languages.Where(language => !SettingKey.IsLanguage(language)))
            {
                yield return new SettingProblem(key, ProblemText.Language, language);
            }

            if (profile.Portrait.Length > 0 && !InlinePicture.TryParse(profile.Portrait, out _))
            {
                yield return new SettingProblem(key, ProblemText.Portrait, profile.Name, InlinePicture.MaxLength / 1024L);
            }
        }
    }
}
