using System.Xml;

namespace Storyprint.Web.Feeds;

/// <summary>Atom (RFC 4287).</summary>
public static class AtomFeed
{
    public static byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", FeedXml.AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteText("id", $"{feed.Address}.atom");
        xml.WriteText("title", feed.Title);
        if (feed.Description.Length > 0)
        {
            xml.WriteText("subtitle", feed.Description);
        }

        xml.WriteText("updated", FeedXml.Moment(feed.UpdatedAt));
        WriteAuthor(xml, new FeedAuthor(feed.Publisher, null));
        WriteLink(xml, "self", "application/atom+xml", $"{feed.Address}.atom");
        WriteLink(xml, "alternate", "text/html", feed.Page);
        xml.WriteText("generator", "Storyprint");
        foreach (var item in feed.Items)
        {
            WriteEntry(xml, item);
        }

        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", FeedXml.AtomNamespace);
        xml.WriteText("id", item.Id);
        xml.WriteText("title", item.Title);
        xml.WriteText("published", FeedXml.Moment(item.PublishedAt));
        xml.WriteText("updated", FeedXml.Moment(item.UpdatedAt));
        foreach (var author in item.Authors)
        {
            WriteAuthor(xml, author);
        }

        WriteLink(xml, "alternate", "text/html", item.Link);
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category", FeedXml.AtomNamespace);
            xml.WriteAttributeString("term", FeedXml.Clean(category));
            xml.WriteEndElement();
        }

        if (item.Summary.Length > 0)
        {
            xml.WriteText("summary", item.Summary);
        }

        xml.WriteStartElement("content", FeedXml.AtomNamespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedXml.Clean(item.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, FeedAuthor author)
    {
        xml.WriteStartElement("author", FeedXml.AtomNamespace);
        xml.WriteText("name", author.Name);
        if (author.Page is { } page)
        {
            xml.WriteText("uri", page);
        }

        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", FeedXml.AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
