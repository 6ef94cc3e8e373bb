using System.Globalization;
using System.Text.RegularExpressions;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Site;

/// <summary>Feeds, lists, months and sitemaps at the addresses that WordPress and site generators give them; each leads to the page of ours that is the same.</summary>
internal sealed partial class WordPressAddresses(TermStore terms, Publication publication)
{
    private string Home => $"/{publication.MainEdition.Language}";

    /// <summary>The page for a path, or null.</summary>
    public async Task<string?> OfPathAsync(string path, CancellationToken cancellation)
    {
        var asked = path.TrimEnd('/');
        if (Feed().Match(asked) is { Success: true } feed)
        {
            return $"{Home}/feed.{Ending(feed.Groups["form"].Value)}";
        }

        if (Sitemap().IsMatch(asked))
        {
            return "/sitemap.xml";
        }

        if (List().Match(asked) is { Success: true } list)
        {
            return await ListAsync(list.Groups["kind"].Value.ToLowerInvariant(), list.Groups["name"].Value.Split('/')[^1], list.Groups["feed"].Success, cancellation);
        }

        return Month().Match(asked) is { Success: true } month ? OfMonth(month) : null;
    }

    /// <summary>The page for a query of WordPress, or null.</summary>
    public string? OfQuery(string path, string query)
    {
        if (path.TrimEnd('/') is not ("" or "/index.php"))
        {
            return null;
        }

        foreach (var pair in query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length > 0))
        {
            switch (pair[0])
            {
                case "feed":
                    return $"{Home}/feed.{Ending(pair[1])}";
                case "s":
                    return $"{Home}/search?q={pair[1]}";
            }
        }

        return null;
    }

    private async Task<string?> ListAsync(string kind, string name, bool isFeed, CancellationToken cancellation)
    {
        var slug = Slug.From(name).Text;
        foreach (var edition in publication.Editions)
        {
            var list = kind is "author" or "authors" ? (await terms.AuthorAsync(edition.Language, slug, cancellation) is null ? null : "byline")
                : (await terms.SectionsAsync(edition, cancellation)).Any(section => section.Slug == slug) ? "section"
                : await terms.TopicAsync(edition.Language, slug, cancellation) is not null ? "topic"
                : null;
            if (list is not null)
            {
                return $"/{edition.Language}/{list}/{Uri.EscapeDataString(slug)}{(isFeed ? "/feed.rss" : "")}";
            }
        }

        return null;
    }

    // WordPress counts in Gregorian months; an edition with another calendar has no page for one of them.
    private string? OfMonth(Match match)
    {
        var edition = publication.MainEdition;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (edition.Calendar != EditionCalendar.Gregorian || year is null || !new CalendarDate(EditionCalendar.Gregorian, year.Value, month, day).Exists)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Home}/archive/{year:0000}{(month is null ? "" : $"/{month:00}")}{(day is null ? "" : $"/{day:00}")}");
    }

    private static int? Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    private static string Ending(string form) => form.ToLowerInvariant() switch { "atom" => "atom", "json" => "json", _ => "rss" };

    [GeneratedRegex("^(?:/(?:comments/)?feed(?:/(?<form>rss2?|rdf|atom))?|/rss2?|/(?:feed|index|rss)\\.(?:xml|rss)|/(?:feed\\.|index\\.)?(?<form>atom)(?:\\.xml)?|/(?:feed|index)\\.(?<form>json))$", RegexOptions.IgnoreCase)]
    private static partial Regex Feed();

    [GeneratedRegex("^/(?:wp-sitemap(?:-[a-z0-9-]+)?|sitemap[_-]index|news-sitemap|(?:post|page|category|post_tag|author)-sitemap[0-9]*|sitemap_news)\\.xml$", RegexOptions.IgnoreCase)]
    private static partial Regex Sitemap();

    [GeneratedRegex("^/(?:index\\.php/)?(?<kind>category|categories|tag|tags|topics?|author|authors)/(?<name>[^?]+?)(?:/page/[0-9]+|(?<feed>/feed(?:/[a-z0-9]+)?))?$", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex("^/(?<year>[12][0-9]{3})/(?<month>[0-9]{2})(?:/(?<day>[0-9]{2}))?(?:/page/[0-9]+)?$")]
    private static partial Regex Month();
}
