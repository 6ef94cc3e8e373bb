using Storyprint.Stories.Editions;

namespace Storyprint.Web.Discovery.WellKnown;

/// <summary>robots.txt (RFC 9309): everything may be crawled but searches, which are infinite in number.</summary>
public static class RobotsText
{
    public static string Create(Publication publication)
    {
        var origin = publication.PublicAddress.Origin;
        return $"""
            User-agent: *
            Allow: /
            Disallow: /*/search

            Sitemap: {origin}/sitemap.xml
            Sitemap: {origin}/sitemap-news.xml

            """;
    }
}
