using System.Net;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Operations.Sweep;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>An archive answers like the site where it is hosted as its README.txt says.</summary>
public sealed class HostedArchiveTests : IAsyncLifetime
{
    private readonly TestPublication publication = new();

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_withdrawn_story_is_to_be_seen_and_the_check_over_the_network_passes()
    {
        Assert.SkipWhen(HostedArchive.Missing is not null, HostedArchive.Missing ?? "");
        using var archive = new TestArchive(publication);
        var seen = await StorePictureAsync();
        await archive.RunAsync();
        await publication.WithdrawAsync(publication.PersianLibrary);
        await publication.WithdrawAsync(seen);
        await archive.RunAsync();
        await using var hosted = await HostedArchive.StartAsync(archive);

        using var site = new PublicSite(hosted.Address);
        var swept = await new SweepWithdrawn(publication.Installation).RunAsync(site.AskAsync, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(swept.Findings);
        Assert.Equal(2, swept.Stories);

        using var overHttp = new SiteOverHttp(hosted.Address);
        var report = await SiteCheck.RunAsync(
            new SiteCheckRequest { Site = overHttp, State = new StateFile(Path.Combine(archive.Folder, ".state.json")) }, TestContext.Current.CancellationToken);
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}")));
        // A withdrawal is an entry of its own.
        Assert.Equal((2, 4), (report.Revisions!.Texts, report.Revisions.Erased));
    }

    [Fact]
    public async Task A_withdrawn_story_is_answered_with_its_page()
    {
        Assert.SkipWhen(HostedArchive.Missing is not null, HostedArchive.Missing ?? "");
        using var archive = new TestArchive(publication);
        var code = publication.Library;
        await publication.WithdrawAsync(code);
        await archive.RunAsync();
        await using var hosted = await HostedArchive.StartAsync(archive);
        foreach (var target in new[] { $"/{code}", $"/{code}/", $"/{code}.1", $"/news/{code}", $"/news/{code}/", $"/news/{code}/a-slug", $"/news/{code}.1", $"/news/{code}/print/", $"/news/{code}/feed.rss" })
        {
            using var answer = await GetAsync(hosted, target);
            Assert.True(answer.StatusCode == HttpStatusCode.Gone, $"{target} answered {answer.StatusCode}");
            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(archive.Read($"news/{code}/index.html"), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var page = await GetAsync(hosted, $"/gone/{code}.html");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task All_else_is_answered_as_by_the_site()
    {
        Assert.SkipWhen(HostedArchive.Missing is not null, HostedArchive.Missing ?? "");
        using var archive = new TestArchive(publication);
        var code = publication.Ferry;
        await publication.WithdrawAsync(publication.Library);
        await publication.StoreAsync(TestPublication.Story("old", "An old story", "Old.", TestPublication.LibraryAt) with { LegacyUrls = [$"/{publication.Library}/03/old-story"] });
        await archive.RunAsync();
        await using var hosted = await HostedArchive.StartAsync(archive);
        foreach (var (target, status, type) in new[]
        {
            ("/", 200, "text/html; charset=utf-8"), ($"/news/{code}", 200, "text/html; charset=utf-8"), ($"/news/{code}/another-slug", 200, "text/html; charset=utf-8"),
            ($"/{code}", 200, "text/html; charset=utf-8"), ($"/news/{code}/qr.svg", 200, "image/svg+xml"),
            ("/en/feed.rss", 200, "application/rss+xml; charset=utf-8"), ($"/news/{code}/feed.rss", 200, "application/rss+xml; charset=utf-8"),
            ($"/news/{code}/feed.atom", 200, "application/atom+xml"), ($"/news/{code}/feed.json", 200, "application/feed+json"),
            ("/log/checkpoint", 200, "text/plain; charset=utf-8"), ($"/log/proof/{code}.1", 200, "text/plain; charset=utf-8"), ("/" + archive.Files.Keys.First(file => file.StartsWith("log/tile/0/", StringComparison.Ordinal)), 200, "application/octet-stream"),
            ($"/api/v1/revisions/{code}.1", 200, "application/json"), ("/.well-known/storyprint/keys", 200, "application/json"),
            ($"/{publication.Library}/03/old-story", 200, "text/html; charset=utf-8"), ("/wp-sitemap.xml", 200, "text/html; charset=utf-8"),
            ("/en/nothing", 404, "text/html; charset=utf-8"), ("/news/9999999/nothing", 404, "text/html; charset=utf-8"), ("/.storyprint-archive/list", 404, "text/html; charset=utf-8"),
        })
        {
            using var answer = await GetAsync(hosted, target);
            Assert.Equal((target, status, type), (target, (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        }
    }

    private static Task<HttpResponseMessage> GetAsync(HostedArchive hosted, string target) =>
        hosted.Client.GetAsync(new Uri(target, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<StoryCode> StorePictureAsync()
    {
        var pictures = new PictureStore(publication.Installation.Database, publication.Installation.Media, TimeProvider.System);
        var kept = Assert.IsType<PictureOutcome.Kept>(await pictures.AddAsync(SweepTests.Pixel, TestContext.Current.CancellationToken));
        var story = TestPublication.Story("seen", "A picture of somebody", "Text.", TestPublication.LibraryAt);
        return (await publication.StoreAsync(story with
        {
            Content = story.Content with { Body = [new Picture { Hash = kept.Hash, Width = 1, Height = 1, Alt = "Somebody" }, .. story.Content.Body] },
        }))[0];
    }
}
