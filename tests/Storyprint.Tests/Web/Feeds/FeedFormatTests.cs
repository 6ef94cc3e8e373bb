using System.Text.Json;
using System.Xml.Linq;
using Storyprint.Web.Feeds;

namespace Storyprint.Tests.Web.Feeds;

public sealed class FeedFormatTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public void Rss_has_what_RSS_requires_and_the_full_text()
    {
        var channel = Parse(RssFeed.Write(SampleFeed.Feed)).Root!.Element("channel")!;
        Assert.Equal("City – The Test Ledger", channel.Element("title")!.Value);
        Assert.Equal("https://ledger.example/en/section/city", channel.Element("link")!.Value);
        Assert.NotEmpty(channel.Element("description")!.Value);
        var self = channel.Element(Atom + "link")!;
        Assert.Equal(("self", "https://ledger.example/en/section/city/feed.rss"), (self.Attribute("rel")!.Value, self.Attribute("href")!.Value));
        var item = channel.Elements("item").First();
        Assert.Equal(("true", SampleFeed.Item.Id), (item.Element("guid")!.Attribute("isPermaLink")!.Value, item.Element("guid")!.Value));
        Assert.Equal("Tue, 05 Mar 2024 09:40:00 +0000", item.Element("pubDate")!.Value);
        Assert.Equal(["Maud Ferrier", "Jens Holm"], item.Elements(Dc + "creator").Select(creator => creator.Value));
        Assert.Equal("<p>Tea &amp; talk at <a href=\"https://ledger.example/en/\">home</a></p>", item.Element(Content + "encoded")!.Value);
    }

    [Fact]
    public void Atom_has_what_RFC_4287_requires()
    {
        var feed = Parse(AtomFeed.Write(SampleFeed.Feed)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("en", feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal("2024-03-06T08:05:09+01:00", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("The Test Ledger", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value));
        var entry = feed.Elements(Atom + "entry").First();
        Assert.Equal(SampleFeed.Item.Id, entry.Element(Atom + "id")!.Value);
        Assert.Equal("2024-03-05T10:40:00+01:00", entry.Element(Atom + "published")!.Value);
        Assert.Equal("2024-03-06T08:05:09+01:00", entry.Element(Atom + "updated")!.Value);
        Assert.Equal(SampleFeed.Item.Link, entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
        Assert.Equal(2, feed.Descendants(Atom + "id").Skip(1).Select(id => id.Value).Distinct().Count());
    }

    [Fact]
    public void Json_has_what_JSON_Feed_requires()
    {
        using var feed = JsonDocument.Parse(JsonFeed.Write(SampleFeed.Feed));
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal("https://ledger.example/en/section/city/feed.json", feed.RootElement.GetProperty("feed_url").GetString());
        var item = feed.RootElement.GetProperty("items")[0];
        Assert.Equal(SampleFeed.Item.Id, item.GetProperty("id").GetString());
        Assert.StartsWith("<p>Tea &amp; talk", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal("2024-03-05T10:40:00+01:00", item.GetProperty("date_published").GetString());
        Assert.Equal(["Maud Ferrier", "Jens Holm"], item.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("name").GetString()));
    }

    [Fact]
    public void Json_names_no_member_that_the_published_schema_does_not_know()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Path("fixtures/jsonfeed/feed.json")));
        using var feed = JsonDocument.Parse(JsonFeed.Write(SampleFeed.Feed));
        var known = Names(schema.RootElement.GetProperty("properties"));
        var knownOfItems = Names(schema.RootElement.GetProperty("definitions").GetProperty("item").GetProperty("properties"));
        Assert.Empty(Names(feed.RootElement).Except(known));
        Assert.Empty(Names(feed.RootElement.GetProperty("items")[0]).Except(knownOfItems));
    }

    [Fact]
    public void Characters_that_XML_forbids_are_dropped_and_all_others_kept()
    {
        var title = Parse(AtomFeed.Write(SampleFeed.Feed)).Descendants(Atom + "entry").First().Element(Atom + "title")!.Value;
        Assert.Equal("Tea & <talk> ]]> \uD83D\uDE00", title);
    }

    [Theory]
    [InlineData("a\u0000b\u0008c", "abc")]
    [InlineData("a whole one \uD83D\uDE00", "a whole one \uD83D\uDE00")]
    [InlineData("tab\tand line\n", "tab\tand line\n")]
    [InlineData("\uFFFE\uFFFF", "")]
    public void FeedXml_keeps_only_what_XML_may_hold(string text, string clean) => Assert.Equal(clean, FeedXml.Clean(text));

    [Fact]
    public void FeedXml_drops_half_a_character() => Assert.Equal("half  of a pair", FeedXml.Clean("half \uD83D of a pair"));

    [Fact]
    public void Each_FeedFormat_has_an_ending_and_a_media_type_of_its_own_and_writes_the_feed()
    {
        Assert.Equal(["rss", "atom", "json"], FeedFormat.All.Select(format => format.Ending));
        Assert.Equal(FeedFormat.All.Count, FeedFormat.All.Select(format => format.MediaType).Distinct().Count());
        Assert.All(FeedFormat.All, format => Assert.Contains("Tea", System.Text.Encoding.UTF8.GetString(format.Write(SampleFeed.Feed)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_feed_without_stories_is_still_a_feed()
    {
        Assert.Empty(Parse(RssFeed.Write(SampleFeed.Empty)).Descendants("item"));
        Assert.Equal("1970-01-01T00:00:00+00:00", Parse(AtomFeed.Write(SampleFeed.Empty)).Root!.Element(Atom + "updated")!.Value);
    }

    private static XDocument Parse(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return XDocument.Load(stream);
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}
