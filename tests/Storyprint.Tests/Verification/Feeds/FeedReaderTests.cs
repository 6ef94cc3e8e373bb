using System.Text;
using Storyprint.Verification.Feeds;

namespace Storyprint.Tests.Verification.Feeds;

public sealed class FeedReaderTests
{
    private const string Rss = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Ledger</title><description>News</description>
        <item><title>The ferry</title><link>https://l.example/news/1/ferry</link><guid>https://l.example/news/1</guid><description>It sails.</description>
        <content:encoded>&lt;p&gt;It sails.&lt;/p&gt;</content:encoded><category>Sea</category><pubDate>Thu, 05 Mar 2026 09:00:00 +0000</pubDate><atom:updated>2026-03-05T09:00:00+00:00</atom:updated></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><title>The ferry</title><id>https://l.example/news/1</id>
        <link rel="alternate" href="https://l.example/news/1/ferry"/><summary>It sails.</summary><content>&lt;p&gt;It sails.&lt;/p&gt;</content><category term="Sea"/>
        <published>2026-03-05T09:00:00+00:00</published><updated>2026-03-05T09:00:00+00:00</updated></entry></feed>
        """;

    private const string Json = """
        {"title":"Ledger","items":[{"id":"https://l.example/news/1","url":"https://l.example/news/1/ferry","title":"The ferry","summary":"It sails.","content_html":"<p>It sails.</p>","tags":["Sea"],
        "date_published":"2026-03-05T09:00:00+00:00","date_modified":"2026-03-05T09:00:00+00:00"}]}
        """;

    [Theory]
    [InlineData(Rss)]
    [InlineData(Atom)]
    [InlineData(Json)]
    public void Every_form_gives_the_same_entry(string text)
    {
        var feed = FeedReader.Read(Encoding.UTF8.GetBytes(text))!;
        Assert.Contains("Ledger", feed.Words);
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://l.example/news/1/ferry", "https://l.example/news/1", "The ferry", "It sails.", "<p>It sails.</p>"), (entry.Link, entry.Id, entry.Title, entry.Summary, entry.Html));
        Assert.Equal(["Sea"], entry.Categories);
        Assert.True(entry.IsLabelled);
        Assert.All(entry.Dates!, date => Assert.Equal(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("{\"title\":1}")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel/></rss>")]
    public void What_is_no_feed_is_none(string text) => Assert.Null(FeedReader.Read(Encoding.UTF8.GetBytes(text)));
}
