using System.Net;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Operations.Doctor;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Formats;
using Storyprint.Tests.Operations.Archive;

namespace Storyprint.Tests.Promises;

/// <summary>Files and lists of the old site are reached at their old addresses, and what the settings redirect is redirected, on a running site.</summary>
public class OldFilesAndListsWorkTests : IAsyncLifetime
{
    public sealed class OnPostgres : OldFilesAndListsWorkTests, IOnPostgres;

    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");
    private static readonly byte[] Pdf = [.. "%PDF-1.4\n% a report of the harbour\n%%EOF\n"u8];
    private static readonly byte[] Sound = [.. "ID3"u8, .. new byte[200]];

    private readonly TestPublication publication = new()
    {
        Chosen = TestPublication.Settings with
        {
            ShowsArchivedComments = true,
            Redirects =
            [
                new PublicationRedirect { From = "/about.html", To = "/en/about" },
                new PublicationRedirect { From = "/blog/*", To = "/en/archive" },
                new PublicationRedirect { From = "/blog/kept.html", To = "/en/policies" },
                new PublicationRedirect { From = "/shop/*", To = "https://shop.example.org/*" },
                new PublicationRedirect { From = "/en/section/gone", To = "/en/section/city" },
                new PublicationRedirect { From = "/روزنامه", To = "/fa/" },
                new PublicationRedirect { From = "/en/policies", To = "/en/about" },
            ],
        },
    };

    private readonly TrialFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return publication.DisposeAsync();
    }

    [Theory]
    [InlineData("/about.html", "/en/about")]
    [InlineData("/About.html/", "/en/about")]
    [InlineData("/blog/2019/old-story", "/en/archive")]
    [InlineData("/blog/kept.html", "/en/policies")]
    [InlineData("/shop/a%20b/c", "https://shop.example.org/a%20b/c")]
    [InlineData("/en/section/gone", "/en/section/city")]
    [InlineData("/%D8%B1%D9%88%D8%B2%D9%86%D8%A7%D9%85%D9%87", "/fa/")]
    public async Task What_the_settings_redirect_is_redirected(string address, string expected)
    {
        Assert.Equal((HttpStatusCode.MovedPermanently, expected), await AskAsync(address));
        Assert.Equal((HttpStatusCode.MovedPermanently, expected), await AskAsync(address));
    }

    [Theory]
    [InlineData("/en/policies", HttpStatusCode.OK)]
    [InlineData("/about.htm", HttpStatusCode.NotFound)]
    [InlineData("/blogs/x", HttpStatusCode.NotFound)]
    public async Task No_redirect_takes_a_page_of_ours_nor_what_it_does_not_name(string address, HttpStatusCode expected) => Assert.Equal((expected, string.Empty), await AskAsync(address));

    [Fact]
    public async Task An_imported_address_goes_before_a_redirect()
    {
        folder.Write("site/a.md", "---\ntitle: Old story\ndate: 2024-01-01\naliases: [/blog/mine]\n---\nWords.");
        var code = (await ImportAsync("site")).Items[0].Code;
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/news/{code}/a"), await AskAsync("/blog/mine"));
    }

    [Fact]
    public async Task Uploads_lists_and_authors_of_an_export_are_where_they_were()
    {
        var report = await ExportAsync();
        var attachment = report.Items.Single(line => line.Label == "boat");
        Assert.Equal((ImportOutcome.Imported, 3), (attachment.Outcome, attachment.OldAddresses));
        var picture = (await AskAsync("/wp-content/uploads/2024/03/boat.gif")).Location;
        Assert.Matches("^/media/[0-9a-f]{64}/1600\\.jpg$", picture);
        foreach (var address in (string[])["/wp-content/uploads/2024/03/boat-300x200.gif", "/wp-content/uploads/2024/03/BOAT.gif", "/?attachment_id=12", "/2024/03/boat/"])
        {
            Assert.Equal((address, HttpStatusCode.MovedPermanently, picture), Named(address, await AskAsync(address)));
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(picture)).Status);
        var document = (await AskAsync("/wp-content/uploads/2024/03/report.pdf")).Location;
        Assert.Matches("^/media/[0-9a-f]{64}/file/report\\.pdf$", document);
        foreach (var (address, expected) in ((string, string)[])
        [
            ("/?cat=3", "/en/section/city"), ("/?cat=4", "/en/topic/harbour-works"), ("/?author=2", "/en/byline/maud-ferrier"), ("/author/mferrier/", "/en/byline/maud-ferrier"),
            ("/category/harbour-works", "/en/topic/harbour-works"), ("/?tag=boats", "/en/topic/boats"), ("/?category_name=city", "/en/section/city"), ("/?m=202403", "/en/archive/2024/03"),
        ])
        {
            Assert.Equal((address, HttpStatusCode.MovedPermanently, expected), Named(address, await AskAsync(address)));
            Assert.Equal((expected, HttpStatusCode.OK), (expected, (await AskAsync(expected)).Status));
        }

        foreach (var address in (string[])["/?cat=99", "/?author=99"])
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(address)).Status);
        }

        var finding = await OldAddressCheck.RunAsync(publication.Installation, isFull: true, null, Cancellation);
        Assert.True(finding.Severity == DoctorSeverity.Ok, finding.Sentence);
    }

    [Fact]
    public async Task An_archive_of_files_leads_on_from_them_too()
    {
        await ExportAsync();
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        foreach (var (file, expected) in ((string, string)[])
        [
            ("wp-content/uploads/2024/03/boat.gif/index.html", "^/media/[0-9a-f]{64}/1600\\.jpg$"), ("wp-content/uploads/2024/03/report.pdf/index.html", "^/media/[0-9a-f]{64}/file/report\\.pdf$"), ("category/harbour-works/index.html", "^/en/topic/harbour-works$"),
            ("author/mferrier/index.html", "^/en/byline/maud-ferrier$"), ("feed/index.html", "^/en/feed\\.rss$"), ("wp-sitemap.xml/index.html", "^/sitemap\\.xml$"),
        ])
        {
            Assert.True(archive.Has(file), file);
            var target = archive.Read(file).Split("<a href=\"")[1].Split('"')[0];
            Assert.Matches(expected, target);
            Assert.True(archive.Has(target.TrimStart('/')) || archive.Has($"{target.TrimStart('/')}/index.html"), target);
        }

        // What OldAddressParts names stands, and is not written again.
        Assert.Empty(await archive.RunAsync());
    }

    [Fact]
    public async Task Documents_and_sounds_are_linked_served_with_their_type_and_harmless_and_go_with_a_withdrawal()
    {
        var report = await ExportAsync();
        var code = StoryCode.FromDigits(report.Items.Single(line => line.Label == "Hello").Code!);
        var story = (await publication.Installation.Stores.Stories.FindAsync(code, Cancellation))!;
        var link = story.Content.Body.SelectMany(block => block.RichTexts).SelectMany(text => text.Runs).Select(run => run.Link?.Address).OfType<string>().Single();
        var sound = story.Content.Body.OfType<MediaFile>().Single().Address!;
        Assert.Matches($"^{TestPublication.Origin}/media/[0-9a-f]{{64}}/file/news\\.mp3$", sound);
        using var pdf = await publication.Client.GetAsync(link, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "inline"), (pdf.StatusCode, pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("report.pdf", pdf.Content.Headers.ContentDisposition.FileName?.Trim('"'));
        Assert.Equal("nosniff", pdf.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none';", pdf.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Pdf, await pdf.Content.ReadAsByteArrayAsync(Cancellation));
        using var part = new HttpRequestMessage(HttpMethod.Get, new Uri(sound).PathAndQuery);
        part.Headers.Range = new(3, 9);
        using var heard = await publication.Client.SendAsync(part, Cancellation);
        Assert.Equal((HttpStatusCode.PartialContent, "audio/mpeg", 7), (heard.StatusCode, heard.Content.Headers.ContentType!.MediaType, (await heard.Content.ReadAsByteArrayAsync(Cancellation)).Length));
        var hash = link.Split('/')[2];
        foreach (var other in (string[])[$"/media/{hash}/file/other.pdf", $"/media/{hash}/400.jpg", $"/media/{new string('0', 64)}/file/report.pdf"])
        {
            Assert.Equal((other, HttpStatusCode.NotFound), (other, (await AskAsync(other)).Status));
        }

        await publication.WithdrawAsync(code);
        Assert.Equal(HttpStatusCode.Gone, (await AskAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await AskAsync($"/news/{code}/comments")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await AskAsync((await AskAsync("/wp-content/uploads/2024/03/report.pdf")).Location)).Status);
        await using var connection = await publication.Installation.Database.OpenAsync(Cancellation);
        Assert.Equal(0L, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM legacy_target WHERE path LIKE '%report%' OR target LIKE '%report%'", Cancellation));
        Assert.Equal(0L, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story_comment", Cancellation));
    }

    [Fact]
    public async Task Archived_comments_are_shown_on_a_page_of_their_own()
    {
        var report = await ExportAsync();
        Assert.Equal(2, report.Comments);
        var code = report.Items.Single(line => line.Label == "Hello").Code;
        var page = await publication.Client.GetStringAsync($"/news/{code}/comments", Cancellation);
        Assert.Contains("Well said &lt;b&gt; Anna", page.Replace("&#x27;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("href=\"#comment-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@old.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy pills", page, StringComparison.Ordinal);
        Assert.Contains($"/news/{code}/comments", await publication.Client.GetStringAsync(await LocationAsync($"/news/{code}"), Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync($"/news/{publication.Ferry}/comments")).Status);
        Assert.Equal(ImportOutcome.Unchanged, (await ExportAsync()).Items.Single(line => line.Label == "Hello").Outcome);
        Assert.Equal(2, await publication.Installation.Stores.ArchivedComments.AllAsync(Cancellation).CountAsync(Cancellation));
    }

    private Task<ImportReport> ExportAsync()
    {
        folder.Write("export/uploads/2024/03/boat.gif", Pixel);
        folder.Write("export/uploads/2024/03/report.pdf", Pdf);
        folder.Write("export/uploads/2024/03/news.mp3", Sound);
        const string Uploads = "https://old.example/wp-content/uploads/2024/03";
        folder.Write("export.xml", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><wp:wxr_version>1.2</wp:wxr_version><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login>mferrier</wp:author_login><wp:author_display_name>Maud Ferrier</wp:author_display_name></wp:author>
            <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>city</wp:category_nicename><wp:cat_name>City</wp:cat_name></wp:category>
            <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>harbour-works</wp:category_nicename><wp:cat_name>Harbour works</wp:cat_name></wp:category>
            <wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug>boats</wp:tag_slug><wp:tag_name>Boats</wp:tag_name></wp:tag>
            <item><title>Hello</title><link>https://old.example/2024/03/28/hello/</link><dc:creator>mferrier</dc:creator>
            <content:encoded><![CDATA[<p>Read the <a href="{Uploads}/report.pdf">report</a>.</p><audio src="{Uploads}/news.mp3"></audio><p><img src="{Uploads}/boat-300x200.gif" alt="A boat"></p>]]></content:encoded>
            <wp:post_id>801</wp:post_id><wp:post_name>hello</wp:post_name><wp:post_date_gmt>2024-03-28 09:00:00</wp:post_date_gmt><wp:post_date>2024-03-28 09:00:00</wp:post_date>
            <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
            <category domain="category" nicename="city"><![CDATA[City]]></category><category domain="category" nicename="harbour-works"><![CDATA[Harbour works]]></category><category domain="post_tag" nicename="boats"><![CDATA[Boats]]></category>
            <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Bert</wp:comment_author><wp:comment_author_email>reader@old.example</wp:comment_author_email><wp:comment_date_gmt>2024-03-28 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[First.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
            <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Cid</wp:comment_author><wp:comment_content><![CDATA[Well said &lt;b&gt; Anna]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>1</wp:comment_parent></wp:comment>
            <wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Spam</wp:comment_author><wp:comment_content>Buy pills</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment>
            </item>
            {Attachment(12, "boat", "boat.gif")}{Attachment(13, "report", "report.pdf")}
            </channel></rss>
            """);
        return ImportAsync("export.xml");
    }

    private static string Attachment(int id, string title, string file) =>
        $"<item><title>{title}</title><link>https://old.example/2024/03/{title}/</link><wp:post_id>{id}</wp:post_id><wp:post_name>{title}</wp:post_name><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"
        + $"<wp:attachment_url>https://old.example/wp-content/uploads/2024/03/{file}</wp:attachment_url></item>";

    private static (string Address, HttpStatusCode Status, string Location) Named(string address, (HttpStatusCode Status, string Location) answer) => (address, answer.Status, answer.Location);

    private async Task<ImportReport> ImportAsync(string relative)
    {
        var installation = publication.Installation;
        var options = new ImportOptions { Publication = installation.Publication, Edition = installation.Publication.MainEdition };
        var import = new ImportStories(new ImportStore(installation.Database, installation.Log, TimeProvider.System), new PictureStore(installation.Database, installation.Media, TimeProvider.System), installation.Publication);
        return await import.RunAsync(
            TestActor.Importer, ImportFormatDetector.Open(Path.Combine(folder.Root, relative), options)!, new MediaFileLocator(folder.Root), isDryRun: false, null, Cancellation);
    }

    private async Task<(HttpStatusCode Status, string Location)> AskAsync(string address)
    {
        using var answer = await publication.Client.GetAsync(address, Cancellation);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? string.Empty);
    }

    private async Task<string> LocationAsync(string address) => (await AskAsync(address)).Location;
}
