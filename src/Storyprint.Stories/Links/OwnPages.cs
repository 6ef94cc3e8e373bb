using Storyprint.Stories.Editions;

namespace Storyprint.Stories.Links;

/// <summary>Pages that every publication has at fixed addresses: no old address can take their place.</summary>
public static class OwnPages
{
    private static readonly HashSet<string> OfSite = new(StringComparer.Ordinal)
    {
        "", "robots.txt", "sitemap.xml", "sitemap-pages.xml", "sitemap-news.xml", "security.txt", ".well-known/security.txt", "trust.txt", ".well-known/trust.txt", "favicon.ico",
        "health/live", "health/ready",
    };

    private static readonly HashSet<string> OfEdition = new(StringComparer.Ordinal)
    {
        "", "about", "how-to-check", "policies", "corrections", "search", "archive", "feed.rss", "feed.atom", "feed.json", "corrections/feed.rss", "corrections/feed.atom", "corrections/feed.json",
    };

    /// <param name="path">Percent-decoded, without a query.</param>
    public static bool Has(Publication publication, string path)
    {
        var page = path.Trim('/');
        var slash = page.IndexOf('/', StringComparison.Ordinal);
        return OfSite.Contains(page) || (publication.Edition(slash < 0 ? page : page[..slash]) is not null && OfEdition.Contains(slash < 0 ? "" : page[(slash + 1)..]));
    }
}
