using Storyprint.Stories.Links;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the settings of a publication must be like. Each problem says what to do.</summary>
public static class PublicationRules
{
    private const int MaxCacheMegabytes = 65_536;
    private const int MaxTrustLines = 200;

    // Their names would hide pages of the program: /api/…, /log/….
    private static readonly string[] Reserved = ["api", "log"];

    /// <summary>All problems; none where the settings can be used.</summary>
    public static IReadOnlyList<SettingProblem> Problems(Publication publication) => OfEditions(publication).ToList() is { Count: > 0 } ofEditions ? ofEditions :
    [
        .. OfAddress(publication), .. OfRedirects(publication), .. OfTrust(publication.TrustTxt), .. OfMachinery(publication),
        .. SignInRules.Problems(publication),
        .. LooksRules.Problems(publication.Looks), .. MailRules.Problems(publication.Mail),
        .. publication.Editions.SelectMany(EditionRules.Problems), .. TermRules.Problems(publication),
    ];

    /// <summary>The first problem that would keep a publication from being served; null where there is none.</summary>
    public static SettingProblem? ProblemOfServing(Publication publication) =>
        OfEditions(publication).Concat(publication.Editions.SelectMany(EditionRules.OfZone)).Concat(OfRedirects(publication)).FirstOrDefault();

    private static IEnumerable<SettingProblem> OfAddress(Publication publication)
    {
        if (!PublicAddress.TryParse(publication.Address, out _))
        {
            yield return Problem("address", ProblemText.Address, publication.Address);
        }

        if (publication.Contact.Length > 0 && !IsContact(publication.Contact))
        {
            yield return Problem("contact", ProblemText.Contact, publication.Contact);
        }
    }

    private static IEnumerable<SettingProblem> OfRedirects(Publication publication) =>
        PublicationRedirect.Problem(publication.Redirects) is { } wrong ? [wrong] : [];

    private static IEnumerable<SettingProblem> OfEditions(Publication publication)
    {
        if (publication.Editions.Count == 0)
        {
            yield return Problem(SettingKey.EditionList, ProblemText.NoEdition);
        }

        foreach (var language in publication.Editions.Select(edition => edition.Language))
        {
            if (!SettingKey.IsLanguage(language) || Reserved.Contains(language))
            {
                yield return Problem(SettingKey.EditionList, ProblemText.EditionLanguage, language);
            }
        }

        foreach (var twice in publication.Editions.GroupBy(edition => edition.Language, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return Problem(SettingKey.EditionList, ProblemText.EditionTwice, twice.Key);
        }
    }

    private static IEnumerable<SettingProblem> OfTrust(IReadOnlyList<string> lines)
    {
        if (lines.Count > MaxTrustLines || lines.FirstOrDefault(line => line.Contains('\n', StringComparison.Ordinal) || !(line.StartsWith('#') || line.IndexOf('=', StringComparison.Ordinal) > 0)) is not null)
        {
            yield return Problem("trustTxt", ProblemText.TrustTxt, (long)MaxTrustLines);
        }
    }

    private static IEnumerable<SettingProblem> OfMachinery(Publication publication)
    {
        // Below 0 none are kept.
        if (publication.PageCacheMegabytes is 0 or > MaxCacheMegabytes)
        {
            yield return Problem("pageCacheMegabytes", ProblemText.CacheSize, (long)publication.PageCacheMegabytes, (long)MaxCacheMegabytes);
        }

        if (publication.Cdn is { TagHeader: { Length: > 0 } header } && !header.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
        {
            yield return Problem("cdn", ProblemText.CdnHeader, header);
        }

        if (publication.Witnesses.Any(witness => witness is not { Name: not null, Vkey: not null, Url: not null }))
        {
            yield return Problem("witnesses", ProblemText.WitnessParts);
        }

        if (publication.WitnessQuorum < 0 || publication.WitnessQuorum > publication.Witnesses.Count)
        {
            yield return Problem("witnessQuorum", ProblemText.WitnessQuorum, (long)publication.WitnessQuorum, (long)publication.Witnesses.Count);
        }
    }

    internal static bool IsContact(string text) => text.Length <= 320 && !text.Any(char.IsWhiteSpace)
        && (text.StartsWith("https://", StringComparison.Ordinal) ? Uri.TryCreate(text, UriKind.Absolute, out _) : text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal));

    /// <summary>Whether a link leads to a page of the site or to an address of the web.</summary>
    internal static bool IsLink(string to) => to.Length <= 2000 && (to is ['/', ..] ? !to.StartsWith("//", StringComparison.Ordinal) : Uri.TryCreate(to, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    private static SettingProblem Problem(string name, ProblemText text, params IReadOnlyList<object> values) => new(SettingKey.Of(name), text, values);
}
