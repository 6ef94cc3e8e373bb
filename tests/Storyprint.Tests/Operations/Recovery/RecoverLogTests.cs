using System.Text.Json;
using Storyprint.Operations;
using Storyprint.Operations.Recovery;
using Storyprint.Serving;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

public class RecoverLogTests
{
    public sealed class OnPostgres : RecoverLogTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_archive_everything_published_since_the_backup_comes_back()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));

        var trial = Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder), isTrial: true));
        Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation));
        var done = Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Equal(RecoverReport.Write(trial).Split('\n')[1..^2], RecoverReport.Write(done).Split('\n')[1..^2]);
        Assert.True(done.IsComplete);
        await day.IsBackAsync(next);
    }

    [Fact]
    public async Task From_the_old_server_everything_published_since_the_backup_comes_back()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var day = await BusyDay.AfterABackupAsync(desk);
        desk.Database.CloseIdle();
        var old = Directory.CreateTempSubdirectory("storyprint-old-").FullName;
        await using var oldEngine = await desk.Engine.CopyAsync(old);
        await File.WriteAllTextAsync(
            Installation.SettingsPath(old), JsonSerializer.Serialize(TestPublication.Settings with { Database = oldEngine.Setting ?? "" }, PublicationJson.Default.Publication), Cancellation);
        var (installation, problem) = Installation.Open(old);
        Assert.True(installation is not null, problem);
        await using (var app = WebHost.Create(installation, "127.0.0.1", 0))
        {
            await app.StartAsync(Cancellation);
            await desk.RestoreAsync();
            using var next = desk.Again();
            using var site = new SiteOverHttp(new Uri(app.Urls.First()));
            Assert.True(Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, site)).IsComplete);
            await day.IsBackAsync(next);
        }

        installation.Database.CloseIdle();
        Directory.Delete(old, recursive: true);
    }

    [Fact]
    public async Task An_empty_database_is_filled_from_an_archive_and_the_keys()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, "The ferry carries 140 people."));
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.EmptyAsync();

        using var next = desk.Again();
        Assert.True(Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder))).IsComplete);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.Equal(2, await next.VerifyAsync());
        Assert.IsType<ReleaseOutcome.Done>(await next.PublishAsync("Another one"));
        Assert.Equal(3, await next.VerifyAsync());
    }

    [Fact]
    public async Task A_copy_that_is_older_than_the_mark_brings_back_what_it_has_and_a_newer_one_the_rest()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("First");
        using var older = await CopyInFolder.OfAsync(desk);
        await desk.PublishedAsync("Second");
        using var newer = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        Assert.False(Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(older.Folder))).IsComplete);
        Assert.Equal(3, Assert.IsType<LogProblem.SetBack>(await next.Log.PrepareAsync(Cancellation)).Size);
        Assert.True(Assert.IsType<RecoverResult.Recovered>(await Recovery.RunAsync(next, new SiteInFolder(newer.Folder))).IsComplete);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.Equal(2, await next.VerifyAsync());
    }
}
