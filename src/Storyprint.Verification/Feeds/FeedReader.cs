using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Storyprint.Verification.Feeds;

/// <summary>Reads RSS 2.0, Atom, JSON Feed and news sitemaps.</summary>
internal static class FeedReader
{
    /// <summary>Bytes that a feed may have.</summary>
    public const int MaxLength = 32 << 20;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Null where it is no feed.</summary>
    public static ReadFeed? Read(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan().TrimStart(" \r\n\t"u8) is [(byte)'{', ..] ? FromJson(bytes) : FromXml(bytes);
        }
        catch (Exception problem) when (problem is XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A file that is not a feed is reported as such.
            return null;
        }
    }

    private static ReadFeed? FromXml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XDocument.Load(reader).Root!;
        return root.Name.LocalName switch
        {
            "rss" when root.Element("channel") is { } channel => new ReadFeed(Own(channel, "item"), [.. channel.Elements("item").Select(FromRss)]),
            "feed" => new ReadFeed(Own(root, "entry"), [.. root.Elements(Atom + "entry").Select(FromAtom)]),
            "urlset" => new ReadFeed([], [.. root.Elements().Where(url => url.Element(News + "news") is not null).Select(FromSitemap)]),
            _ => null,
        };
    }

    // Titles and descriptions of the feed itself; addresses and dates say nothing of a story.
    private static List<string> Own(XElement feed, string item) =>
        [.. feed.Elements().Where(element => element.Name.LocalName != item && element.Name.LocalName is not ("link" or "id" or "updated" or "lastBuildDate" or "generator" or "language")).Select(element => element.Value)];

    private static FeedEntry FromRss(XElement item) => new()
    {
        Link = Text(item, "link"),
        Id = Text(item, "guid"),
        Title = Text(item, "title"),
        Summary = Text(item, "description"),
        Html = Text(item, Content + "encoded"),
        Authors = [.. item.Elements(DublinCore + "creator").Select(element => element.Value)],
        Categories = [.. item.Elements("category").Select(element => element.Value)],
        Dates = Moments([Text(item, "pubDate"), Text(item, Atom + "updated")]),
    };

    private static FeedEntry FromAtom(XElement entry) => new()
    {
        Link = entry.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "alternate")?.Attribute("href")?.Value ?? string.Empty,
        Id = Text(entry, Atom + "id"),
        Title = Text(entry, Atom + "title"),
        Summary = Text(entry, Atom + "summary"),
        Html = Text(entry, Atom + "content"),
        Authors = [.. entry.Elements(Atom + "author").Select(author => Text(author, Atom + "name"))],
        Categories = [.. entry.Elements(Atom + "category").Select(category => (string?)category.Attribute("term") ?? string.Empty)],
        Dates = Moments([Text(entry, Atom + "published"), Text(entry, Atom + "updated")]),
    };

    private static FeedEntry FromSitemap(XElement url) => url.Element(News + "news") is { } news
        ? new FeedEntry
        {
            Link = url.Elements().FirstOrDefault(element => element.Name.LocalName == "loc")?.Value ?? string.Empty,
            Id = string.Empty,
            Title = Text(news, News + "title"),
            Categories = [news.Element(News + "publication")?.Element(News + "name")?.Value ?? string.Empty],
            Dates = Moments([Text(news, News + "publication_date")]),
        }
        : throw new InvalidOperationException("It has no news.");

    private static ReadFeed FromJson(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var feed = document.RootElement;
        return new ReadFeed([Text(feed, "title"), Text(feed, "description")], [.. feed.GetProperty("items").EnumerateArray().Select(item => new FeedEntry
        {
            Link = Text(item, "url"),
            Id = Text(item, "id"),
            Title = Text(item, "title"),
            Summary = Text(item, "summary"),
            Html = Text(item, "content_html"),
            Authors = item.TryGetProperty("authors", out var authors) ? [.. authors.EnumerateArray().Select(author => Text(author, "name"))] : [],
            Categories = item.TryGetProperty("tags", out var tags) ? [.. tags.EnumerateArray().Select(tag => tag.GetString()!)] : [],
            Pictures = item.TryGetProperty("image", out var image) ? [image.GetString()!] : [],
            Dates = Moments([Text(item, "date_published"), Text(item, "date_modified")]),
        })]);
    }

    private static string Text(XElement parent, XName name) => parent.Element(name)?.Value ?? string.Empty;

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;

    private static List<DateTimeOffset>? Moments(string[] texts)
    {
        var dates = new List<DateTimeOffset>();
        foreach (var text in texts)
        {
            if (!DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "ddd, dd MMM yyyy HH:mm:ss zzz", "ddd, dd MMM yyyy HH:mm:ss '+0000'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                return null;
            }

            dates.Add(date);
        }

        return dates;
    }
}
