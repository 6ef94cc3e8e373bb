using System.Xml;
using Storyprint.Web.Feeds;

namespace Storyprint.Web.Discovery.Sitemaps;

/// <summary>Sitemaps 0.9 (sitemaps.org), with Google's news extension.</summary>
public static class SitemapXml
{
    public const string SitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    public const string NewsNamespace = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>An index of sitemaps.</summary>
    public static byte[] Index(IEnumerable<string> files) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", SitemapNamespace);
        foreach (var file in files)
        {
            xml.WriteStartElement("sitemap");
            xml.WriteText("loc", file);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] Pages(IEnumerable<SitemapPage> pages) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("urlset", SitemapNamespace);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url");
            xml.WriteText("loc", page.Address);
            if (page.ChangedAt is { } changed)
            {
                xml.WriteText("lastmod", FeedXml.Moment(changed));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] News(IEnumerable<SitemapNews> stories) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("urlset", SitemapNamespace);
        xml.WriteAttributeString("xmlns", "news", null, NewsNamespace);
        foreach (var story in stories)
        {
            xml.WriteStartElement("url");
            xml.WriteText("loc", story.Address);
            xml.WriteStartElement("news", NewsNamespace);
            xml.WriteStartElement("publication", NewsNamespace);
            Write(xml, "name", story.Publication);
            Write(xml, "language", NewsLanguage(story.Language));
            xml.WriteEndElement();
            Write(xml, "publication_date", FeedXml.Moment(story.PublishedAt));
            Write(xml, "title", story.Title);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, NewsNamespace, FeedXml.Clean(text));

    // Google takes ISO 639 codes of two or three letters, and for Chinese zh-cn (simplified) or zh-tw (traditional) and nothing else.
    private static string NewsLanguage(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        return parts[0] != "zh" ? parts[0]
            : parts.Contains("hant") || (!parts.Contains("hans") && parts.Any(part => part is "tw" or "hk" or "mo")) ? "zh-tw"
            : "zh-cn";
    }
}

/// <param name="Address">Absolute.</param>
public sealed record SitemapPage(string Address, DateTimeOffset? ChangedAt = null);

/// <param name="Publication">Its name in the edition's language.</param>
/// <param name="PublishedAt">When it was first published, whatever has changed since.</param>
public sealed record SitemapNews(string Address, string Publication, string Language, DateTimeOffset PublishedAt, string Title);
