using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Feeds;

public class FeedRouteTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : FeedRouteTests(publication), IOnPostgres;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/en/feed")]
    [InlineData("/fa/feed")]
    [InlineData("/en/section/city/feed")]
    [InlineData("/en/section/sea/feed")]
    [InlineData("/en/topic/harbour-street/feed")]
    [InlineData("/en/byline/maud-ferrier/feed")]
    [InlineData("/news/{library}/feed")]
    public async Task Every_feed_is_there_in_every_form(string path)
    {
        path = path.Replace("{library}", publication.Library.Digits, StringComparison.Ordinal);
        foreach (var (ending, type) in ((string, string)[])[("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")])
        {
            using var answer = await publication.Client.GetAsync($"{path}.{ending}", Cancellation);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("/xx/feed.rss")]
    [InlineData("/en/section/nowhere/feed.atom")]
    [InlineData("/en/topic/nothing/feed.json")]
    [InlineData("/en/byline/nobody/feed.rss")]
    [InlineData("/news/999/feed.atom")]
    [InlineData("/news/{draft}/feed.atom")]
    public async Task An_unknown_feed_is_not_found(string path)
    {
        path = path.Replace("{draft}", publication.Draft.Digits, StringComparison.Ordinal);
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_feeds_that_a_page_names_are_there()
    {
        var code = publication.Library;
        using var moved = await publication.Client.GetAsync($"/news/{code}", Cancellation);
        foreach (var page in (string[])["/", "/fa/", "/en/section/city", "/en/topic/libraries", "/en/byline/jens-holm", moved.Headers.Location!.ToString()])
        {
            var html = WebUtility.HtmlDecode(await publication.Client.GetStringAsync(page, Cancellation));
            var feeds = System.Text.RegularExpressions.Regex.Matches(html, "type=\"application/(?:atom|rss|feed)\\+(?:xml|json)\"[^>]* href=\"([^\"]+)\"");
            Assert.Equal(3, feeds.Count);
            foreach (System.Text.RegularExpressions.Match feed in feeds)
            {
                using var answer = await publication.Client.GetAsync(feed.Groups[1].Value, Cancellation);
                Assert.True(answer.IsSuccessStatusCode, feed.Groups[1].Value);
            }
        }
    }

    [Fact]
    public async Task A_story_stands_whole_in_its_feed_with_absolute_addresses()
    {
        var entry = (await AtomAsync("/en/feed.atom")).Elements(Atom + "entry").Single(item => item.Element(Atom + "id")!.Value.EndsWith($"/{publication.Library}", StringComparison.Ordinal));
        var html = entry.Element(Atom + "content")!.Value;
        Assert.Contains("href=\"https://ledger.example/en/topic/libraries\"", html, StringComparison.Ordinal);
        Assert.Contains("<em>early</em>", html, StringComparison.Ordinal);
        Assert.Contains("I was first.", html, StringComparison.Ordinal);
        Assert.Contains("<caption>Readers by day</caption>", html, StringComparison.Ordinal);
        Assert.Contains($"Story code {publication.Library}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"/", html, StringComparison.Ordinal);
        Assert.Equal("2024-03-05T10:40:00+01:00", entry.Element(Atom + "published")!.Value);
        Assert.Equal("2024-03-06T10:40:00+01:00", entry.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_draft_is_in_no_feed() =>
        Assert.DoesNotContain("Nobody may read this yet", await publication.Client.GetStringAsync("/en/feed.json", Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task A_known_feed_is_not_sent_again()
    {
        using var first = await publication.Client.GetAsync("/fa/feed.atom", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fa/feed.atom");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await publication.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_changed_story_keeps_its_identity_and_its_publication_time_even_under_a_new_slug()
    {
        var before = TestPublication.Story("bridge", "Bridge to close", "For a night.", TestPublication.LibraryAt.AddDays(-9));
        var code = (await publication.StoreAsync(before)).Single();
        var first = await ItemAsync();
        var after = TestPublication.Story("bridge", "Bridge stays open", "After all.", before.PublishedAt!.Value) with { UpdatedAt = before.PublishedAt.Value.AddDays(1) };
        Assert.Equal(code, (await publication.StoreAsync(after)).Single());
        var second = await ItemAsync();

        Assert.Equal((first.Id, first.Published), (second.Id, second.Published));
        Assert.NotEqual(first.Link, second.Link);
        Assert.NotEqual(first.Updated, second.Updated);
        var revisions = (await AtomAsync($"/news/{code}/feed.atom")).Elements(Atom + "entry").ToList();
        Assert.Equal([$"https://ledger.example/{code}.2", $"https://ledger.example/{code}.1"], revisions.Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Equal(first.Published, revisions[1].Element(Atom + "published")!.Value);

        async Task<(string Id, string Link, string Published, string Updated)> ItemAsync()
        {
            using var feed = JsonDocument.Parse(await publication.Client.GetStringAsync("/en/section/city/feed.json", Cancellation));
            var item = feed.RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString()!.EndsWith($"/{code}", StringComparison.Ordinal));
            return (Text("id"), Text("url"), Text("date_published"), Text("date_modified"));

            string Text(string name) => item.GetProperty(name).GetString()!;
        }
    }

    private async Task<XElement> AtomAsync(string path) =>
        XDocument.Parse(await publication.Client.GetStringAsync(path, Cancellation)).Root!;
}
