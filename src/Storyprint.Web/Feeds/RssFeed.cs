using System.Globalization;
using System.Xml;

namespace Storyprint.Web.Feeds;

/// <summary>RSS 2.0.11 with the full text in <c>content:encoded</c>.</summary>
public static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.AtomNamespace);
        xml.WriteStartElement("channel");
        xml.WriteText("title", feed.Title);
        xml.WriteText("link", feed.Page);

        // The element is required, and some readers reject an empty one.
        xml.WriteText("description", feed.Description.Length > 0 ? feed.Description : feed.Title);
        xml.WriteText("language", feed.Language);
        if (feed.Items.Count > 0)
        {
            xml.WriteText("lastBuildDate", Date(feed.UpdatedAt));
        }

        xml.WriteText("generator", "Storyprint");
        xml.WriteStartElement("atom", "link", FeedXml.AtomNamespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", $"{feed.Address}.rss");
        xml.WriteEndElement();
        foreach (var item in feed.Items)
        {
            WriteItem(xml, item);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteItem(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteText("title", item.Title);
        xml.WriteText("link", item.Link);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.WriteText("pubDate", Date(item.PublishedAt));
        foreach (var author in item.Authors)
        {
            xml.WriteElementString("dc", "creator", DublinCore, FeedXml.Clean(author.Name));
        }

        foreach (var category in item.Categories)
        {
            xml.WriteText("category", category);
        }

        if (item.Summary.Length > 0)
        {
            xml.WriteText("description", item.Summary);
        }

        xml.WriteElementString("content", "encoded", Content, FeedXml.Clean(item.Html));

        // RSS has no date of change; readers that support Atom take it from here without showing the story as new.
        xml.WriteElementString("atom", "updated", FeedXml.AtomNamespace, FeedXml.Moment(item.UpdatedAt));
        xml.WriteEndElement();
    }

    // RFC 822 with the four-digit year that RSS allows and everybody uses.
    private static string Date(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
