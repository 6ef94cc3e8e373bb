using Storyprint.Tests.Engines;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>The whole way: stories are released, the publication is archived, and somebody checks the folder without a network.</summary>
public class ArchiveVerifiedTests : IAsyncLifetime
{
    public sealed class OnPostgres : ArchiveVerifiedTests, IOnPostgres;

    private readonly TestPublication publication = new();

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task An_archive_passes_the_check_and_passes_it_again_after_releases_and_withdrawals()
    {
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        await AssertGoodAsync(archive, texts: 3, erased: 0);

        await publication.StoreAsync(TestPublication.Story("ferry", "Evening ferry sails again", "It left at 10.", DateTimeOffset.UtcNow.AddHours(-1)));
        await publication.WithdrawAsync(publication.PersianLibrary);
        await archive.RunAsync();
        await AssertGoodAsync(archive, texts: 3, erased: 2);
    }

    [Fact]
    public async Task A_page_put_back_over_a_withdrawn_story_is_found()
    {
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        var page = Path.Combine(archive.Folder, $"news/{publication.Library}/index.html");
        var before = await File.ReadAllBytesAsync(page, TestContext.Current.CancellationToken);
        await publication.WithdrawAsync(publication.Library);
        await archive.RunAsync();
        await File.WriteAllBytesAsync(page, before, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await CheckAsync(archive)).ExitCode);
    }

    private static async Task AssertGoodAsync(TestArchive archive, long texts, long erased)
    {
        var report = await CheckAsync(archive);
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}")));
        Assert.Equal((texts, erased), (report.Revisions!.Texts, report.Revisions.Erased));
        Assert.Equal(texts + erased, report.Receipts!.Good);
    }

    private static Task<SiteReport> CheckAsync(TestArchive archive) => SiteCheck.RunAsync(
        new SiteCheckRequest { Site = new SiteInFolder(archive.Folder), State = new StateFile(Path.Combine(archive.Folder, ".state.json")) }, TestContext.Current.CancellationToken);
}
