using Storyprint.Operations.Sites;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Archive;

namespace Storyprint.Tests.Operations.Sweep;

public class SweepTests : IAsyncLifetime
{
    public sealed class OnPostgres : SweepTests, IOnPostgres;

    private const string Word = "qvxunbelievablename";

    private readonly TestPublication publication = new();

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_withdrawn_story_is_to_be_seen()
    {
        await publication.WithdrawAsync(publication.Library);
        var report = await new SweepWithdrawn(publication.Installation).RunHereAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        Assert.Equal(1, report.Stories);
        Assert.InRange(report.Asked, 30, 200);
    }

    [Fact]
    public async Task A_list_that_still_leads_to_it_is_found()
    {
        await publication.WithdrawAsync(publication.Library);

        // A row that some fault left behind: lists show it again.
        await using (var connection = await publication.Installation.Database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await connection.ExecuteAsync("UPDATE story SET is_listed = TRUE, section = 'city' WHERE code = @code", TestContext.Current.CancellationToken, ("@code", publication.Library.Digits));
        }

        var report = await new SweepWithdrawn(publication.Installation).RunHereAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Contains(report.Findings, finding => finding.Target == "/en/section/city");
        Assert.Contains(report.Findings, finding => finding.Target == "/");
    }

    [Fact]
    public async Task A_cache_that_still_has_a_page_is_found()
    {
        await publication.WithdrawAsync(publication.Library);
        await using var site = await InProcessSite.StartAsync(
            publication.Installation, publication.Installation.Publication, isCopy: false, TestContext.Current.CancellationToken);
        var cached = $"/news/{publication.Library}/print";
        var report = await new SweepWithdrawn(publication.Installation).RunAsync(
            async (target, stop) => target == cached ? new SiteReply(200, "text/html", "", "the old page"u8.ToArray()) : await site.AskAsync(target, stop),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([cached], report.Findings.Select(finding => finding.Target));
    }

    [Fact]
    public async Task A_picture_that_a_stopped_withdrawal_left_is_deleted()
    {
        var media = (MediaFolder)publication.Installation.Media;
        var pictures = new PictureStore(publication.Installation.Database, media, TimeProvider.System);
        var kept = Assert.IsType<PictureOutcome.Kept>(await pictures.AddAsync(Pixel, TestContext.Current.CancellationToken));
        var story = TestPublication.Story("seen", "A picture of somebody", "Text.", TestPublication.LibraryAt);
        var code = (await publication.StoreAsync(story with
        {
            Content = story.Content with { Body = [new Picture { Hash = kept.Hash, Width = 1, Height = 1, Alt = "Somebody" }, .. story.Content.Body] },
        }))[0];
        await publication.WithdrawAsync(code);
        Assert.False(File.Exists(media.OriginalPath(kept.Hash)));
        await media.WriteOriginalAsync(kept.Hash, Pixel, TestContext.Current.CancellationToken);
        var report = await new SweepWithdrawn(publication.Installation).RunHereAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(1, report.DeletedFiles);
        Assert.Empty(report.Findings);
        Assert.False(File.Exists(media.OriginalPath(kept.Hash)));
    }

    [Fact]
    public async Task The_words_of_a_withdrawn_story_leave_the_database_files()
    {
        Assert.SkipWhen(TestEngine.IsPostgres, "PostgreSQL overwrites what it freed when it needs the room (docs/administrators.md).");
        var code = (await publication.StoreAsync(TestPublication.Story("named", "Somebody is named", $"It was {Word} who did it.", TestPublication.LibraryAt)))[0];
        await publication.StoreAsync(TestPublication.Story("later", "Something else", "Another text.", TestPublication.LibraryAt));
        Assert.True(FilesHold(), "The search index should hold the word before; otherwise this test proves nothing.");
        await publication.WithdrawAsync(code);
        Assert.False(FilesHold());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public async Task What_a_withdrawal_erased_is_erased_again_for_three_days_and_not_for_ever(int days, bool isErased)
    {
        Assert.SkipWhen(TestEngine.IsPostgres, "SQLite's write-ahead log shows it: it is cut off where something is erased.");
        await publication.WithdrawAsync(publication.Library);
        await publication.StoreAsync(TestPublication.Story("later", "Something else", "Another text.", TestPublication.LibraryAt));
        var log = new FileInfo(Path.Combine(publication.Installation.Folder, "storyprint.db-wal"));
        Assert.NotEqual(0, log.Length);
        await new SweepWithdrawn(publication.Installation, new SetClock(DateTimeOffset.UtcNow.AddDays(days))).RunAsync(
            (_, _) => Task.FromResult<SiteReply?>(new SiteReply(410, "text/html", "", Array.Empty<byte>())), cancellation: TestContext.Current.CancellationToken);
        log.Refresh();
        Assert.Equal(isErased, log.Length == 0);
    }

    // The index keeps a word without the letters it shares with the word before it.
    private bool FilesHold() => Directory.EnumerateFiles(publication.Installation.Folder, "storyprint.db*").Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Word[2..])) >= 0;
    });

    internal static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
