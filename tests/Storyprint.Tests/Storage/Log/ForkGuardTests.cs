using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Log;

namespace Storyprint.Tests.Storage.Log;

/// <summary>What the guard says by the mark alone; what it says by the tree's hashes and the witnesses is tested through releases.</summary>
public sealed class ForkGuardTests : IDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-guard-").FullName;

    private HighWaterMark Mark => new(Path.Combine(folder, "log.mark"));

    [Fact]
    public async Task Without_a_mark_nothing_is_wrong()
    {
        var guard = await ForkGuard.ReadAsync(Mark, TestContext.Current.CancellationToken);
        Assert.Null(guard.CheckMissing());
        Assert.Null(guard.CheckSize(0));
    }

    [Fact]
    public async Task A_log_that_is_shorter_than_the_mark_or_gone_was_set_back_and_a_longer_one_was_not()
    {
        Mark.Advance(new LogMark(7, MerkleHashing.Leaf([1]), At));
        var guard = await ForkGuard.ReadAsync(Mark, TestContext.Current.CancellationToken);
        Assert.Equal(new LogProblem.SetBack(7, At, 0), guard.CheckMissing());
        Assert.Equal(new LogProblem.SetBack(7, At, 6), guard.CheckSize(6));
        Assert.Null(guard.CheckSize(7));
        Assert.Null(guard.CheckSize(8));
    }

    [Fact]
    public async Task A_torn_mark_refuses_a_log_of_the_last_whole_size_and_lets_a_longer_one_pass()
    {
        Mark.Advance(new LogMark(7, MerkleHashing.Leaf([1]), At));
        await File.AppendAllTextAsync(Mark.Path, "8 torn", TestContext.Current.CancellationToken);
        var guard = await ForkGuard.ReadAsync(Mark, TestContext.Current.CancellationToken);
        Assert.IsType<LogProblem.MarkTorn>(guard.CheckSize(7));
        Assert.Null(guard.CheckSize(8));
    }

    [Fact]
    public async Task A_mark_that_cannot_be_read_refuses_any_log()
    {
        await File.WriteAllTextAsync(Mark.Path, "nothing that was ever written\n", TestContext.Current.CancellationToken);
        var guard = await ForkGuard.ReadAsync(Mark, TestContext.Current.CancellationToken);
        Assert.IsType<LogProblem.MarkUnreadable>(guard.CheckMissing());
        Assert.IsType<LogProblem.MarkUnreadable>(guard.CheckSize(1_000_000));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
