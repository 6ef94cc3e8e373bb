using System.Net;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Operations.Doctor;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Formats;
using Storyprint.Tests.Operations.Archive;

namespace Storyprint.Tests.Promises;

/// <summary>An address that an import promised to keep leads to its story, whatever route of ours it looks like.</summary>
public class OldAddressesWorkTests : IAsyncLifetime
{
    public sealed class OnPostgres : OldAddressesWorkTests, IOnPostgres;

    private readonly TestPublication publication = new();
    private readonly TrialFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return publication.DisposeAsync();
    }

    private static readonly string[] Kept =
    [
        "/?p=801", "/?id=77", "/fa/?id=79", "/en/?id=78", "/index.php?id=77", "/story.aspx?id=80", "/news/?id=81", "/en/search?id=82", "/sitemap.xml?id=3", "/robots.txt?id=4",
        "/news/812/", "/news/12345", "/news/some-words", "/news/2024/03/some-words/", "/12345", "/20001/", "/en/section/oldname", "/en/topic/old-topic", "/en/byline/old",
        "/en/archive/2019/old-story", "/en/archive/old-one", "/archive/2020/03", "/en/about/old", "/en/news/99", "/fa/news/7349926/slug", "/log/old", "/s/old", "/media/old.jpg",
        "/assets/old", "/health/old", "/tag/old", "/category/old", "/2024/03/", "/feed/", "/wp-sitemap.xml", "/2024/03/01/Some-Words.html", "/خبر/۱۲", "/sitemap-999.xml", "/api/v1/revisions/old",
    ];

    [Fact]
    public async Task Every_old_address_leads_to_its_story_before_any_route_of_ours()
    {
        // Pages that ignore their query are in the cache then.
        foreach (var page in (string[])["/", "/fa/", "/sitemap.xml", "/robots.txt", "/en/search"])
        {
            Assert.Equal(HttpStatusCode.OK, (await publication.Client.GetAsync(page, Cancellation)).StatusCode);
        }

        foreach (var (number, address) in Kept.Index())
        {
            folder.Write($"site/a{number}.md", $"---\ntitle: Story {number}\ndate: 2024-01-01\naliases:\n  - \"{address}\"\n---\nWords of story {number}.");
        }

        var report = await ImportAsync("site");
        Assert.Equal(Kept.Length, report.OldAddresses);
        Assert.Empty(report.LostAddresses);
        foreach (var (number, address) in Kept.Index())
        {
            var code = report.Items.Single(line => line.Label == $"Story {number}").Code!;
            foreach (var asked in (string[])[address, address])
            {
                Assert.Equal((address, HttpStatusCode.MovedPermanently, $"/news/{code}/a{number}"), (address, await StatusAsync(asked), await LocationAsync(asked)));
            }
        }

        var finding = await OldAddressCheck.RunAsync(publication.Installation, isFull: true, null, Cancellation);
        Assert.Equal((DoctorSeverity.Ok, true), (finding.Severity, finding.Sentence.EndsWith("old addresses lead to their stories.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_address_with_a_code_of_ours_and_other_words_leads_to_the_imported_story()
    {
        folder.Write("site/a.md", $"---\ntitle: Old story\ndate: 2024-01-01\naliases: [/news/{publication.Ferry}/old-story]\n---\nWords.");
        var report = await ImportAsync("site");
        Assert.Empty(report.LostAddresses);
        Assert.Equal($"/news/{report.Items[0].Code}/a", await LocationAsync($"/news/{publication.Ferry}/old-story/"));

        // Its own addresses stay.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await LocationAsync($"/{publication.Ferry}")));
        Assert.StartsWith($"/news/{publication.Ferry}/", await LocationAsync($"/news/{publication.Ferry}"), StringComparison.Ordinal);
        Assert.StartsWith($"/news/{publication.Ferry}/", await LocationAsync($"/news/{publication.Ferry}/a-typing-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_named_and_the_page_of_ours_stays()
    {
        string[] lost = ["/", "/en", "/en/about", "/fa/policies", "/robots.txt", $"/{publication.Library}", $"/news/{publication.Library}/"];
        folder.Write("site/a.md", $"---\ntitle: Old story\ndate: 2024-01-01\naliases: [{string.Join(", ", lost)}, /kept]\n---\nWords.");
        folder.Write("site/b.md", "---\ntitle: Another\ndate: 2024-01-01\naliases: [/kept]\n---\nWords.");
        var report = await ImportAsync("site");
        Assert.Equal(1, report.OldAddresses);
        foreach (var address in lost)
        {
            Assert.Contains(report.Items[0].Notes, note => note.StartsWith($"The old address {(address.Length > 1 ? address.TrimEnd('/') : address)} cannot be kept:", StringComparison.Ordinal)
                || note.StartsWith($"The old address {address} cannot be kept:", StringComparison.Ordinal));
            Assert.NotEqual($"/news/{report.Items[0].Code}/a", await LocationAsync(address));
        }

        Assert.Contains($"The old address /kept cannot be kept: it leads to the story {report.Items[0].Code}.", report.Items[1].Notes);
        var finding = await OldAddressCheck.RunAsync(publication.Installation, isFull: false, null, Cancellation);
        Assert.Equal(DoctorSeverity.Warning, finding.Severity);
        Assert.Contains($"/{publication.Library}", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_an_old_address_has_is_never_given_to_a_new_story()
    {
        var next = StoryCode.FromNumber(TestPublication.Settings.FirstStoryNumber + 10);
        folder.Write("site/a.md", $"---\ntitle: Old story\ndate: 2024-01-01\naliases: [/{next}]\n---\nWords.");
        var old = (await ImportAsync("site")).Items[0].Code;
        for (var number = 0; number < 12; number++)
        {
            Assert.NotEqual(next, (await publication.StoreAsync(TestPublication.Story($"new{number}", $"New {number}", "Words.", TestPublication.LibraryAt)))[0]);
        }

        Assert.Equal($"/news/{old}/a", await LocationAsync($"/{next}"));
    }

    [Theory]
    [InlineData("/2024/03/28/hello-world/")]
    [InlineData("/2024/03/28/hello-world")]
    [InlineData("/2024/03/28/Hello-World/")]
    [InlineData("/2024/03/28/hello-world/amp/")]
    [InlineData("/2024/03/28/hello-world/feed/")]
    [InlineData("/2024/03/28/hello-world/feed/atom/")]
    [InlineData("/2024/03/28/hello-world/2/")]
    [InlineData("/2024/03/28/hello-world/comment-page-1/")]
    [InlineData("/2024/03/28/hello-world/2/amp/")]
    [InlineData("/index.php/2024/03/28/hello-world/")]
    [InlineData("/2024/03/28/hello-world/?utm_source=paper&amp=1")]
    [InlineData("/2024/03/28/first-name/")]
    [InlineData("/2024/03/28/second-name/amp/")]
    [InlineData("/?p=801")]
    [InlineData("/?p=801&preview=true")]
    [InlineData("/?utm_source=paper&p=801")]
    [InlineData("/index.php?p=801")]
    [InlineData("/?page_id=801")]
    public async Task Whatever_WordPress_answers_with_a_post_leads_to_its_story(string address)
    {
        var code = await HelloAsync();
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/news/{code}/hello-world"), (await StatusAsync(address), await LocationAsync(address)));
    }

    [Theory]
    [InlineData("/2024/03/28/hello-worlds/")]
    [InlineData("/?p=802")]
    [InlineData("/?fbclid=801")]
    [InlineData("/2024/03/28/hello-world/archive/")]
    public async Task What_was_never_an_address_leads_to_no_story(string address)
    {
        await HelloAsync();
        Assert.NotEqual(HttpStatusCode.MovedPermanently, await StatusAsync(address));
    }

    [Theory]
    [InlineData("/feed/", "/en/feed.rss")]
    [InlineData("/feed/atom/", "/en/feed.atom")]
    [InlineData("/rss.xml", "/en/feed.rss")]
    [InlineData("/atom.xml", "/en/feed.atom")]
    [InlineData("/?feed=rss2", "/en/feed.rss")]
    [InlineData("/?s=ferry", "/en/search?q=ferry")]
    [InlineData("/wp-sitemap.xml", "/sitemap.xml")]
    [InlineData("/sitemap_index.xml", "/sitemap.xml")]
    [InlineData("/category/city/", "/en/section/city")]
    [InlineData("/category/news/City/page/2/", "/en/section/city")]
    [InlineData("/category/city/feed/", "/en/section/city/feed.rss")]
    [InlineData("/tag/libraries/", "/en/topic/libraries")]
    [InlineData("/author/maud-ferrier/", "/en/byline/maud-ferrier")]
    [InlineData("/2024/03/", "/en/archive/2024/03")]
    [InlineData("/2024/03/05/page/2/", "/en/archive/2024/03/05")]
    public async Task Lists_and_feeds_of_WordPress_lead_to_ours(string address, string expected)
    {
        Assert.Equal((HttpStatusCode.MovedPermanently, expected), (await StatusAsync(address), await LocationAsync(address)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(expected));
    }

    [Theory]
    [InlineData("/category/none/")]
    [InlineData("/author/nobody/")]
    [InlineData("/2024/13/")]
    [InlineData("/category/")]
    public async Task A_list_that_we_do_not_have_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    [Fact]
    public async Task Every_address_of_a_withdrawn_story_says_that_it_is_gone_and_the_sweep_asks_them()
    {
        var code = StoryCode.FromDigits(await HelloAsync());
        await publication.Client.GetAsync("/", Cancellation);
        var words = await SweptWords.OfAsync(publication.Installation.Stores.Stories, code, Cancellation);
        Assert.Contains("/?p=801", words.OldAddresses);
        await publication.WithdrawAsync(code);
        foreach (var address in (string[])["/?p=801", "/2024/03/28/hello-world/", "/2024/03/28/Hello-World/amp/", "/2024/03/28/first-name/", "/index.php?p=801"])
        {
            Assert.Equal((address, HttpStatusCode.Gone), (address, await StatusAsync(address)));
        }

        var asked = new List<string>();
        await using var site = await Storyprint.Operations.Sites.InProcessSite.StartAsync(publication.Installation, publication.Installation.Publication, isCopy: false, Cancellation);
        var report = await new SweepWithdrawn(publication.Installation).RunAsync(
            async (target, stop) =>
            {
                asked.Add(target);
                return await site.AskAsync(target, stop);
            }, code, words, Cancellation);
        Assert.Empty(report.Findings);
        Assert.Contains("/?p=801", asked);
    }

    [Fact]
    public async Task Links_between_stories_of_one_export_lead_to_the_stories_here()
    {
        folder.Write("export.xml", WordPress(
            Item(801, "hello-world", """<p>See <a href="https://old.example/2024/03/28/next-one/#end">the next</a>, <a href="http://old.example/?p=802">it again</a> and <a href="https://old.example/about-us">us</a>.</p>"""),
            Item(802, "next-one", "<p>Words.</p>")));
        var report = await ImportAsync("export.xml");
        var story = (await publication.Installation.Stores.Stories.FindAsync(StoryCode.FromDigits(report.Items[0].Code!), Cancellation))!;
        var links = story.Content.Body.OfType<Paragraph>().Single().Text.Runs.Select(run => run.Link?.Address).OfType<string>().ToList();
        Assert.Equal([$"/news/{report.Items[1].Code}", $"/news/{report.Items[1].Code}", "https://old.example/about-us"], links);
        Assert.Equal($"/news/{report.Items[1].Code}/next-one", await LocationAsync(links[0]));
    }

    private async Task<string> HelloAsync()
    {
        folder.Write("export.xml", WordPress(Item(801, "hello-world", "<p>Words.</p>", "first-name", "second-name")));
        return Assert.Single((await ImportAsync("export.xml")).Items).Code!;
    }

    private static string Item(int id, string name, string text, params string[] before) =>
        $"<item><title>{name}</title><link>https://old.example/2024/03/28/{name}/</link><guid>https://old.example/?p={id}</guid><content:encoded><![CDATA[{text}]]></content:encoded>"
        + $"<wp:post_id>{id}</wp:post_id><wp:post_name>{name}</wp:post_name><wp:post_date_gmt>2024-03-28 09:00:00</wp:post_date_gmt><wp:post_date>2024-03-28 09:00:00</wp:post_date>"
        + "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        + string.Concat(before.Select(slug => $"<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>{slug}</wp:meta_value></wp:postmeta>")) + "</item>";

    private static string WordPress(params string[] items) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><wp:wxr_version>1.2</wp:wxr_version><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>{string.Concat(items)}</channel></rss>
        """;

    private async Task<ImportReport> ImportAsync(string relative)
    {
        var installation = publication.Installation;
        var options = new ImportOptions { Publication = installation.Publication, Edition = installation.Publication.MainEdition };
        var import = new ImportStories(new ImportStore(installation.Database, installation.Log, TimeProvider.System), new PictureStore(installation.Database, installation.Media, TimeProvider.System), installation.Publication);
        return await import.RunAsync(
            TestActor.Importer, ImportFormatDetector.Open(Path.Combine(folder.Root, relative), options)!, new MediaFileLocator(folder.Root), isDryRun: false, null, Cancellation);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await publication.Client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    private async Task<string> LocationAsync(string address)
    {
        using var answer = await publication.Client.GetAsync(address, Cancellation);
        return answer.Headers.Location?.OriginalString ?? string.Empty;
    }
}
