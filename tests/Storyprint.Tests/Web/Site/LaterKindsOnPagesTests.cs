using System.Text.Json;
using AngleSharp.Html.Parser;
using Storyprint.Operations.Archive;
using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Tests.Stories.Drafts;
using Storyprint.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Web.Site;

/// <summary>Everything that a story can hold, on pages, paper and in feeds, in both directions of writing: shown, sealed, and found where somebody changes it.</summary>
public sealed class LaterKindsOnPagesTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    private static readonly byte[] Sound = "ID3 twelve strokes of a bell"u8.ToArray();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_with_all_of_it_is_shown_and_verified_in_both_directions()
    {
        var english = await FullAsync("en", "The bridge opens in May");
        var persian = await FullAsync("fa", "پل در اردیبهشت باز می‌شود");
        var (one, other) = (await stories.PublishAsync(english), await stories.PublishAsync(persian));
        var page = await stories.ReadStoryAsync(one);
        foreach (var shown in (string[])
        [
            "<p class=\"genre genre-analysis\">Analysis</p>", "<title>North bridge opening date – ", "<meta property=\"og:title\" content=\"Only a month to wait for the bridge\">", "<div class=\"fact-box\">", "<figure class=\"gallery\">",
            "<audio controls preload=\"none\" src=\"/media/", "id=\"file-1\"", "id=\"file-2\"", "<p class=\"question\">Will it hold?</p>", "<div class=\"read-on\">", "<p class=\"corrects\">", "<div class=\"sources\">",
            "<span class=\"made\">Edited by a person</span>",
        ])
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }

        var print = await stories.ReadAsync($"/news/{other}/print");
        Assert.Contains("<h1>پل باز شد</h1>", print, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"file-mark\"", print, StringComparison.Ordinal);
        Assert.DoesNotContain("<audio", print, StringComparison.Ordinal);
        await AssertSoundAsync(new SiteOverHttp(stories.Publication.Client.BaseAddress!));

        var folder = Directory.CreateTempSubdirectory("storyprint-archive-").FullName;
        var installation = stories.Publication.Installation;
        Assert.Empty(Assert.IsType<ArchiveOutcome.Done>(await new ArchivePublication(installation, installation.Publication).RunAsync(folder, new ArchiveTotals(), cancellation: Cancellation)).Problems);
        Assert.True(File.Exists(Path.Combine(folder, english.Body.OfType<MediaFile>().Single().File!.Path.TrimStart('/'))));
        await AssertSoundAsync(PublishedSite.At(folder)!);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("214 metres long", "215 metres long")]
    [InlineData("The bridge from all sides", "The bridge from one side")]
    [InlineData("A hammer strikes.", "A hammer misses.")]
    [InlineData("It will.", "It will not.")]
    [InlineData(">The library opens</a>", ">The library closes</a>")]
    [InlineData("The harbour office, letter of 3 March", "The harbour office")]
    [InlineData("Pictures show a drop of forty metres.", "")]
    [InlineData("/file/bells.mp3", "/file/../other", true)]
    [InlineData("<p class=\"question\">", "<p>One more line.</p><p class=\"question\">")]
    public async Task Whoever_changes_a_page_is_found(string said, string changed, bool isHash = false)
    {
        var content = await FullAsync("en", $"Bridge {said.Length} {changed.Length}");
        var page = await stories.ReadStoryAsync(await stories.PublishAsync(content));
        var lines = SealedLines.Read(CanonicalText.Create(RevisionText.New(content)))!;
        Assert.Null(Problem(page, lines));
        Assert.Contains(said, page, StringComparison.Ordinal);
        var hash = content.Body.OfType<MediaFile>().Single().File!.Hash;
        Assert.NotNull(Problem(isHash ? page.Replace(hash, new string('0', 64), StringComparison.Ordinal) : page.Replace(said, changed, StringComparison.Ordinal), lines));
    }

    [Theory]
    [InlineData(null, "NewsArticle")]
    [InlineData(StoryLabel.News, "NewsArticle")]
    [InlineData(StoryLabel.Interview, "NewsArticle")]
    [InlineData(StoryLabel.Analysis, "AnalysisNewsArticle")]
    [InlineData(StoryLabel.Opinion, "OpinionNewsArticle")]
    [InlineData(StoryLabel.Review, "ReviewNewsArticle")]
    [InlineData(StoryLabel.Sponsored, "AdvertiserContentArticle")]
    public async Task A_label_is_the_type_of_the_article(StoryLabel? label, string type)
    {
        var content = await FullAsync("en", $"Bridge of {label}");
        var page = await stories.ReadStoryAsync(await stories.PublishAsync(content with { Label = label }));
        using var html = new HtmlParser().ParseDocument(page);
        using var json = JsonDocument.Parse(html.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(type, json.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org/MinorHumanEditsDigitalSource", json.RootElement.GetProperty("digitalSourceType").GetString());
        var sound = json.RootElement.GetProperty("audio")[0];
        Assert.Equal(("AudioObject", "PT1M5S"), (sound.GetProperty("@type").GetString(), sound.GetProperty("duration").GetString()));
        Assert.Equal(2, json.RootElement.GetProperty("citation").GetArrayLength());
    }

    private static string? Problem(string page, SealedLines lines)
    {
        using var html = new HtmlParser().ParseDocument(page);
        return PageWords.Problem(html, lines);
    }

    private static async Task AssertSoundAsync(IPublishedSite site)
    {
        var state = Path.Combine(Path.GetTempPath(), $"storyprint-state-{Guid.NewGuid():n}");
        var report = await SiteCheck.RunAsync(new SiteCheckRequest { Site = site, State = new StateFile(state), IsFull = true }, Cancellation);
        File.Delete(state);
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}")));
        (site as IDisposable)?.Dispose();
    }

    // The example with files that are here; pictures whose files never came have addresses.
    private async Task<StoryContent> FullAsync(string language, string headline)
    {
        var stores = stories.Publication.Installation.Stores;
        var sound = Assert.IsType<DocumentOutcome.Kept>(await stores.Documents.AddAsync(Sound, "bells.mp3", Cancellation)).File;
        var plan = Assert.IsType<DocumentOutcome.Kept>(await stores.Documents.AddAsync("%PDF-1.7 plan"u8.ToArray(), "plan.pdf", Cancellation)).File;
        return DraftContentExamples.Full with
        {
            Language = language,
            Headline = headline,
            PaperHeadline = language == "fa" ? "پل باز شد" : "Bridge opens",
            Corrections = [],
            Body = [.. DraftContentExamples.Full.Body.Select(block => block switch
            {
                Picture picture => picture with { Hash = null, Width = 0, Height = 0, Address = "https://pictures.example/bridge.jpg" },
                Gallery gallery => gallery with { Pictures = [.. gallery.Pictures.Select(picture => picture with { Hash = null, Width = 0, Height = 0, Address = "https://pictures.example/deck.jpg" })] },
                MediaFile media => media with { Kind = MediaKind.Audio, File = sound, Poster = null },
                DocumentFile document => document with { File = plan },
                RelatedStories => new RelatedStories([new RelatedStory(stories.Publication.Library, "The library opens")]),
                CorrectionOf => new CorrectionOf(stories.Publication.Library, "The library, which does not stand on the bridge"),
                _ => block,
            })],
        };
    }
}
