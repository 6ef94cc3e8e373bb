using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the settings of one edition must be like.</summary>
internal static class EditionRules
{
    private const long MaxName = 120;
    private const long MaxLine = 300;
    private const long MaxPage = 100_000;
    private const long MaxLinks = 20;

    public static IEnumerable<SettingProblem> Problems(Edition edition) =>
    [
        .. OfTexts(edition), .. OfZone(edition), .. OfLinks(edition, "menu", edition.Menu), .. OfLinks(edition, "footLinks", edition.FootLinks),
        .. FrontRules.Problems(SettingKey.Of(edition.Language, "frontPage"), edition, edition.FrontPage),
    ];

    private static IEnumerable<SettingProblem> OfTexts(Edition edition)
    {
        if (string.IsNullOrWhiteSpace(edition.Name) || edition.Name.Length > MaxName)
        {
            yield return Problem(edition, "name", ProblemText.EditionName, edition.Language, MaxName);
        }

        foreach (var (name, text, most) in ((string, string, long)[])
            [("tagline", edition.Tagline, MaxLine), ("zoneName", edition.ZoneName, MaxName), ("imprint", edition.Imprint, MaxPage), ("about", edition.About, MaxPage), ("policies", edition.Policies, MaxPage)])
        {
            if (text.Length > most)
            {
                yield return Problem(edition, name, ProblemText.TextLength, (long)text.Length, most);
            }
        }
    }

    /// <summary>Zones are those that this machine knows.</summary>
    public static IEnumerable<SettingProblem> OfZone(Edition edition) => TimeZoneInfo.TryFindSystemTimeZoneById(edition.TimeZone, out _) ? [] :
        [Problem(edition, "timeZone", ProblemText.TimeZone, edition.TimeZone, edition.Language)];

    private static IEnumerable<SettingProblem> OfLinks(Edition edition, string name, IReadOnlyList<MenuLink> links)
    {
        if (links.Count > MaxLinks)
        {
            yield return Problem(edition, name, ProblemText.LinkCount, (long)links.Count, MaxLinks);
        }

        foreach (var link in links)
        {
            if (string.IsNullOrWhiteSpace(link.Name) || link.Name.Length > MaxName || !PublicationRules.IsLink(link.To ?? string.Empty))
            {
                yield return Problem(edition, name, ProblemText.Link, link.Name ?? string.Empty, link.To ?? string.Empty);
            }
        }
    }

    private static SettingProblem Problem(Edition edition, string name, ProblemText text, params IReadOnlyList<object> values) => new(SettingKey.Of(edition.Language, name), text, values);
}
