using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the settings of one edition must be like.</summary>
internal static class EditionRules
{
    private const int MaxName = 120;
    private const int MaxLine = 300;
    private const int MaxPage = 100_000;
    private const int MaxLinks = 20;

    public static IEnumerable<SettingProblem> Problems(Edition edition) =>
    [
        .. OfTexts(edition), .. OfZone(edition), .. OfLinks(edition, "menu", edition.Menu), .. OfLinks(edition, "footLinks", edition.FootLinks),
        .. FrontRules.Problems(SettingKey.Of(edition.Language, "frontPage"), edition, edition.FrontPage),
    ];

    private static IEnumerable<SettingProblem> OfTexts(Edition edition)
    {
        if (string.IsNullOrWhiteSpace(edition.Name) || edition.Name.Length > MaxName)
        {
            yield return Problem(edition, "name", $"The edition {edition.Language} needs a name of at most {MaxName} characters.");
        }

        foreach (var (name, text, most) in ((string, string, int)[])
            [("tagline", edition.Tagline, MaxLine), ("zoneName", edition.ZoneName, MaxName), ("imprint", edition.Imprint, MaxPage), ("about", edition.About, MaxPage), ("policies", edition.Policies, MaxPage)])
        {
            if (text.Length > most)
            {
                yield return Problem(edition, name, $"This text has {text.Length:N0} characters; at most {most:N0} fit.");
            }
        }
    }

    /// <summary>Zones are those that this machine knows.</summary>
    public static IEnumerable<SettingProblem> OfZone(Edition edition) => TimeZoneInfo.TryFindSystemTimeZoneById(edition.TimeZone, out _) ? [] :
        [Problem(edition, "timeZone", $"The time zone “{edition.TimeZone}” of the edition {edition.Language} is not known here; use a name like Europe/Copenhagen.")];

    private static IEnumerable<SettingProblem> OfLinks(Edition edition, string name, IReadOnlyList<MenuLink> links)
    {
        if (links.Count > MaxLinks)
        {
            yield return Problem(edition, name, $"There are {links.Count} links; at most {MaxLinks} fit.");
        }

        foreach (var link in links)
        {
            if (string.IsNullOrWhiteSpace(link.Name) || link.Name.Length > MaxName || !PublicationRules.IsLink(link.To ?? string.Empty))
            {
                yield return Problem(edition, name, $"The link “{link.Name}” needs a name, and leads to a path such as /en/about or to an address with https; “{link.To}” is neither.");
            }
        }
    }

    private static SettingProblem Problem(Edition edition, string name, string sentence) => new(SettingKey.Of(edition.Language, name), sentence);
}
