using Storyprint.Operations.Recovery;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Recovery;

public class RecoveryRefusedTests
{
    public sealed class OnPostgres : RecoveryRefusedTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_with_another_history_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("One history");
        await desk.PublishedAsync("One history, continued");
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);
        using var next = desk.Again();
        await next.PublishedAsync("Another history");
        var refused = Assert.IsType<RecoverResult.Refused>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder)));
        Assert.Contains("another history", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, await next.VerifyAsync());
    }

    [Fact]
    public async Task A_copy_that_contradicts_the_mark_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        var forgotten = await desk.PublishedAsync("What was published");
        await desk.RestoreAsync();
        var mark = await File.ReadAllTextAsync(desk.Log.Mark.Path, Cancellation);
        File.Delete(desk.Log.Mark.Path);
        using var other = desk.Again();
        await other.PublishedAsync("What was not");
        using var copy = await CopyInFolder.OfAsync(other);
        await other.RestoreAsync();
        await File.WriteAllTextAsync(desk.Log.Mark.Path, mark, Cancellation);
        using var next = desk.Again();
        Assert.Contains("another history", Assert.IsType<RecoverResult.Refused>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
        Assert.Null(await next.Stories.FindAsync(forgotten, Cancellation));
    }

    [Fact]
    public async Task A_copy_that_a_stranger_signed_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        using var stranger = await ReleaseFixture.OpenAsync();
        await stranger.PublishedAsync();
        using var copy = await CopyInFolder.OfAsync(stranger);
        var refused = Assert.IsType<RecoverResult.Refused>(await Recovery.RunAsync(desk, new SiteInFolder(copy.Folder)));
        Assert.Contains("no key of this log signed", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_damaged_copy_is_refused()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync();
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        var bundle = copy.File("log/tile/entries/000.p/3");
        var bytes = await File.ReadAllBytesAsync(bundle, Cancellation);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, Cancellation);
        using var next = desk.Again();
        Assert.Contains("not whole", Assert.IsType<RecoverResult.Refused>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE log_hash SET hash = (SELECT hash FROM log_hash WHERE node_id = 0) WHERE node_id > 0")]
    [InlineData("DELETE FROM log_hash")]
    public async Task A_database_whose_own_log_is_damaged_is_left_as_it_is(string damage)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync("First");
        await desk.BackUpAsync();
        await desk.PublishedAsync("Second");
        using var copy = await CopyInFolder.OfAsync(desk);
        await desk.RestoreAsync();
        using var next = desk.Again();
        await using (var connection = await next.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(damage, Cancellation);
        }

        Assert.Contains("damaged", Assert.IsType<RecoverResult.Refused>(await Recovery.RunAsync(next, new SiteInFolder(copy.Folder))).Sentence, StringComparison.Ordinal);
        Assert.Equal(3, await next.Served.SizeAsync(Cancellation));
    }
}
