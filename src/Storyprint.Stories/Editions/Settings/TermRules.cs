using Storyprint.Stories.Links;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What sections, topics and authors must be like: one address leads to one list.</summary>
internal static class TermRules
{
    private const int MaxName = 200;
    private const int MaxFormer = 100;
    private const int MaxWords = 10_000;

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
                yield return new SettingProblem(key, $"“{term.Slug}” needs a name of at most {MaxName} characters.");
            }

            foreach (var slug in term.Slugs.Where(slug => slug.Length == 0 || Slug.From(slug).Text != slug))
            {
                yield return new SettingProblem(key, $"“{slug}” cannot be part of an address; “{Slug.From(slug).Text}” can.");
            }

            if (term.Formerly.Count > MaxFormer)
            {
                yield return new SettingProblem(key, $"“{term.Name}” had {term.Formerly.Count} other names; at most {MaxFormer} are kept.");
            }
        }

        foreach (var twice in terms.SelectMany(term => term.Slugs.Select(slug => (slug, term))).GroupBy(each => each.slug, each => each.term).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, $"The address “{twice.Key}” would lead to {string.Join(" and to ", twice.Select(term => $"“{term.Name}”"))}; one of them must give it up.");
        }
    }

    // A slug of a section is the same in every edition: a translation finds its section by it.
    private static IEnumerable<SettingProblem> AcrossEditions(Publication publication) =>
        from edition in publication.Editions
        from section in edition.Sections
        from other in publication.Editions
        where other != edition && other.Sections.Any(theirs => theirs.Slug != section.Slug && theirs.Formerly.Contains(section.Slug))
        select new SettingProblem(
            SettingKey.Of(edition.Language, "sections"), $"The section “{section.Slug}” was given another address in the edition {other.Language}; give it the same one in {edition.Language}.");

    private static IEnumerable<SettingProblem> OfProfiles(SettingKey key, IReadOnlyList<BylineProfile> profiles)
    {
        foreach (var profile in profiles)
        {
            if (profile.Words.Length > MaxWords)
            {
                yield return new SettingProblem(key, $"The words about {profile.Name} have {profile.Words.Length:N0} characters; at most {MaxWords:N0} fit.");
            }

            if (profile.Contact.Length > 0 && !PublicationRules.IsContact(profile.Contact))
            {
                yield return new SettingProblem(key, $"The contact of {profile.Name} must be a mail address, or an address that begins with https://.");
            }

            foreach (var language in profile.Languages.Where(language => !SettingKey.IsLanguage(language)))
            {
                yield return new SettingProblem(key, $"“{language}” is no language; use a tag such as en or fa.");
            }

            if (profile.Portrait.Length > 0 && InlinePicture.Problem(profile.Portrait) is { } wrong)
            {
                yield return new SettingProblem(key, $"The portrait of {profile.Name}: {wrong}");
            }
        }
    }
}
