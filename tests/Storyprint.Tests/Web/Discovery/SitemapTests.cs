using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Web.Discovery.Sitemaps;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Discovery;

public class SitemapTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : SitemapTests(publication), IOnPostgres;

    private static readonly XNamespace Sitemap = SitemapXml.SitemapNamespace;
    private static readonly XNamespace News = SitemapXml.NewsNamespace;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-news.xml")]
    [InlineData("/sitemap-pages.xml")]
    public async Task Every_sitemap_is_valid(string path) => Assert.Empty(SitemapSchemas.Faults(await GetAsync(path)));

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("fa", "fa")]
    [InlineData("ckb", "ckb")]
    [InlineData("zh", "zh-cn")]
    [InlineData("zh-CN", "zh-cn")]
    [InlineData("zh-Hans-SG", "zh-cn")]
    [InlineData("zh-Hant", "zh-tw")]
    [InlineData("zh-HK", "zh-tw")]
    [InlineData("zh-Hans-HK", "zh-cn")]
    public void News_name_the_language_as_the_format_does(string tag, string expected) => Assert.Equal(expected, XDocument.Parse(Encoding.UTF8.GetString(
        SitemapXml.News([new SitemapNews("https://ledger.example/news/1", "The Test Ledger", tag, TestPublication.LibraryAt, "Title")]))).Descendants(News + "language").Single().Value);

    [Fact]
    public void The_schema_of_news_refuses_a_story_without_title() => Assert.NotEmpty(SitemapSchemas.Faults(Encoding.UTF8.GetString(
        SitemapXml.News([new SitemapNews("https://ledger.example/news/1", "The Test Ledger", "en", TestPublication.LibraryAt, "")]))));

    [Fact]
    public async Task Every_file_of_the_index_is_there()
    {
        var files = XDocument.Parse(await GetAsync("/sitemap.xml")).Descendants(Sitemap + "loc").Select(loc => loc.Value).ToList();
        Assert.Equal(3, files.Count);
        foreach (var file in files)
        {
            Assert.StartsWith(TestPublication.Origin, file, StringComparison.Ordinal);
            await GetAsync(file[TestPublication.Origin.Length..]);
        }
    }

    [Fact]
    public async Task A_file_holds_the_stories_readers_may_see_in_the_order_they_came()
    {
        var links = XDocument.Parse(await GetAsync("/sitemap-1.xml")).Descendants(Sitemap + "url")
            .Select(url => (Link: url.Element(Sitemap + "loc")!.Value, Changed: url.Element(Sitemap + "lastmod")!.Value)).ToList();
        Assert.Equal(3, links.Count);
        Assert.Equal(($"https://ledger.example/news/{publication.Library}/library-opens-its-doors", "2024-03-06T09:40:00+00:00"), links[0]);
        Assert.DoesNotContain(links, link => link.Link.Contains(publication.Draft.Digits, StringComparison.Ordinal));
        foreach (var (link, _) in links)
        {
            await GetAsync(link[TestPublication.Origin.Length..]);
        }
    }

    [Fact]
    public async Task News_are_the_last_two_days_and_nothing_older()
    {
        var url = Assert.Single(XDocument.Parse(await GetAsync("/sitemap-news.xml")).Descendants(Sitemap + "url"));
        Assert.Contains($"/news/{publication.Ferry}/", url.Element(Sitemap + "loc")!.Value, StringComparison.Ordinal);
        Assert.Equal("The Test Ledger", url.Descendants(News + "name").Single().Value);
        Assert.Equal("Evening ferry <late> & full", url.Descendants(News + "title").Single().Value);
    }

    [Fact]
    public async Task Without_a_story_of_two_days_the_news_are_still_valid_and_name_the_front_page()
    {
        var database = publication.Installation.Database;
        var contexts = new PageContextFactory(new CurrentPublication(TestPublication.Settings), new TermStore(database), new PageAssets(), TimeProvider.System, textsFolder: null);
        var later = new SitemapHandler(new CurrentPublication(TestPublication.Settings), new StoryAddresses(database), new StoryListStore(database), contexts, new Later());
        var news = Encoding.UTF8.GetString((await later.NewsAsync(Cancellation)).Body);
        Assert.Empty(SitemapSchemas.Faults(news));
        Assert.Equal($"{TestPublication.Origin}/", Assert.Single(XDocument.Parse(news).Descendants(Sitemap + "loc")).Value);
        Assert.DoesNotContain(XDocument.Parse(news).Descendants(), element => element.Name.Namespace == News);
    }

    [Fact]
    public async Task Every_standing_page_is_there()
    {
        foreach (var loc in XDocument.Parse(await GetAsync("/sitemap-pages.xml")).Descendants(Sitemap + "loc"))
        {
            await GetAsync(loc.Value[TestPublication.Origin.Length..]);
        }
    }

    [Theory]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-2.xml")]
    [InlineData("/sitemap-2147483647.xml")]
    public async Task A_file_beyond_the_stories_is_not_found(string path)
    {
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Files_without_visible_stories_are_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-").FullName;
        await using var engine = await TestEngine.CreateAsync(folder);
        var database = engine.Open();
        await database.MigrateAsync(Cancellation);
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            foreach (var (id, status) in ((long, int)[])[(1, 4), (10_000, 4), (10_001, 0), (20_001, 5), (99_990_001, 4)])
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO story (id, code, edition, time_zone, status, is_static_page, is_listed, current_revision, release_kind, sort_key, slug, section, kicker, headline,
                        standfirst, bylines, picture_width, picture_height, picture_focus_x, picture_focus_y, source_revision)
                    VALUES (@id, @code, 'en', 'UTC', @status, FALSE, TRUE, 1, 1, @id, 'a', '', '', 'A', '', '', 0, 0, 0, 0, 0)
                    """, Cancellation, ("@id", id), ("@code", id.ToString(CultureInfo.InvariantCulture)), ("@status", status));
            }
        }

        var addresses = new StoryAddresses(database);
        Assert.Equal([1, 3, 10_000], await addresses.FilesAsync(Cancellation));
        Assert.Equal(["1", "10000"], (await addresses.InFileAsync(1, Cancellation)).Select(story => story.Code.Digits));
        Assert.Empty(await addresses.InFileAsync(2, Cancellation));
        database.CloseIdle();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(30);
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
