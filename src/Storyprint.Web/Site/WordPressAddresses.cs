using System.Globalization;
using System.Text.RegularExpressions;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Site;

/// <summary>Feeds, lists, months and sitemaps at the addresses that WordPress and site generators give them; each leads to the page of ours that is the same.</summary>
internal sealed partial class WordPressAddresses(TermStore terms, CurrentPublication publication)
{
    private string Home => $"/{publication.Value.MainEdition.Language}";

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
    public async Task<string?> OfQueryAsync(string path, string query, CancellationToken cancellation)
    {
        if (path.TrimEnd('/') is not ("" or "/index.php"))
        {
            return null;
        }

        foreach (var pair in query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length > 0))
        {
            var page = pair[0] switch
            {
                "feed" => $"{Home}/feed.{Ending(pair[1])}",
                "s" => $"{Home}/search?q={pair[1]}",
                "category_name" => await OfListAsync("category " + LastOf(pair[1]), cancellation),
                "tag" => await OfListAsync("tag " + LastOf(pair[1]), cancellation),
                "author_name" => await OfListAsync("author " + LastOf(pair[1]), cancellation),
                "m" when Month().Match(DatedPath(pair[1])) is { Success: true } month => OfMonth(month),
                _ => null,
            };
            if (page is not null)
            {
                return page;
            }
        }

        return null;
    }

    /// <summary>The page of a list that an import named, or null.</summary>
    /// <param name="list"><c>category</c>, <c>tag</c> or <c>author</c> and the slugs that it may have here, with spaces between them.</param>
    public async Task<string?> OfListAsync(string list, CancellationToken cancellation)
    {
        var parts = list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var slug in parts.Skip(1))
        {
            if (await ListAsync(parts[0], slug, isFeed: false, cancellation) is { } page)
            {
                return page;
            }
        }

        return null;
    }

    private static string LastOf(string value) => Uri.UnescapeDataString(value).Split('/', ' ', '+')[^1];

    // 202403 or 20240328, as WordPress writes it in a query.
    private static string DatedPath(string digits) => digits.Length is 6 or 8 && digits.All(char.IsAsciiDigit)
        ? $"/{digits[..4]}/{digits[4..6]}{(digits.Length == 8 ? $"/{digits[6..]}" : "")}"
        : string.Empty;

    private async Task<string?> ListAsync(string kind, string name, bool isFeed, CancellationToken cancellation)
    {
        var slug = Slug.From(name).Text;
        foreach (var edition in publication.Value.Editions.Where(_ => slug.Length > 0))
        {
            if (await PathAsync(edition, kind is "author" or "authors", slug, cancellation) is { } list)
            {
                return $"/{edition.Language}/{list}{(isFeed ? "/feed.rss" : "")}";
            }
        }

        return null;
    }

    private async Task<string?> PathAsync(Edition edition, bool isAuthor, string slug, CancellationToken cancellation)
    {
        if (isAuthor)
        {
            return edition.Bylines.Named(slug) is not null || await terms.AuthorAsync(edition.Language, slug, cancellation) is not null
                ? $"byline/{Uri.EscapeDataString(edition.Bylines.SlugOf(slug))}"
                : null;
        }

        return (await terms.SectionsAsync(edition, cancellation)).Named(slug) is { } section ? $"section/{Uri.EscapeDataString(section.Slug)}"
            : edition.Topics.Named(slug) is not null || await terms.TopicAsync(edition.Language, slug, cancellation) is not null ? $"topic/{Uri.EscapeDataString(edition.Topics.SlugOf(slug))}"
            : null;
    }

    // WordPress counts in Gregorian months; an edition with another calendar has no page for one of them.
    private string? OfMonth(Match match)
    {
        var edition = publication.Value.MainEdition;
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
