using System.Diagnostics;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

/// <summary>Where releases wait for a quorum, what the witnesses would contradict is never signed, and what they could not see is not public.</summary>
public sealed class QuorumBeforeSigningTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_that_was_restored_twice_releases_once_and_the_second_leaves_nothing_but_an_alarm()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var one = await TestWitness.StartAsync();
        await using var other = await TestWitness.StartAsync("w2");
        var named = Ask(desk, one, other);
        await desk.BackUpAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.PublishAsync("From the first"));
        Assert.True((await new Asking(desk, 2, [one.Setting, other.Setting]).RunAsync()).IsReached);
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);
        File.Delete(desk.Log.Mark.WitnessStatements.Path);

        using var second = desk.Again(named);
        Ask(second, one, other);
        Assert.Null(await second.Log.PrepareAsync(Cancellation));
        Assert.IsType<LogProblem.WitnessAhead>(Assert.IsType<ReleaseOutcome.LogRefuses>(await second.PublishAsync("From the second")).Problem);
        Assert.Equal((2, 0), (await second.Served.SizeAsync(Cancellation), await second.VerifyAsync()));
    }

    [Fact]
    public async Task Without_a_quorum_nothing_is_signed_and_who_does_not_answer_is_waited_for_once()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var one = await TestWitness.StartAsync();
        await using var silent = await TestWitness.StartAsync("w2");
        Ask(desk, one, silent);
        silent.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var first = Stopwatch.StartNew();
        var missing = Assert.IsType<LogProblem.QuorumMissing>(Assert.IsType<ReleaseOutcome.LogRefuses>(await desk.PublishAsync("Unseen")).Problem);
        Assert.True(first.Elapsed >= Patience);
        Assert.Equal((1, 2), (missing.Answered, missing.Quorum));
        Assert.Contains("w2", missing.Sentence, StringComparison.Ordinal);
        var again = Stopwatch.StartNew();
        Assert.IsType<LogProblem.QuorumMissing>(Assert.IsType<ReleaseOutcome.LogRefuses>(await desk.PublishAsync("Unseen")).Problem);
        Assert.True(again.Elapsed < Patience);
        Assert.Equal(2, await desk.Served.SizeAsync(Cancellation));

        silent.Answer = null;
        Assert.IsType<ReleaseOutcome.Done>(await desk.PublishAsync("Seen by both"));
        Assert.False(new SilentWitnesses(desk.Log.Mark.WitnessStatements.Path + ".silent").IsSilent(silent.Key.Verifier, TimeProvider.System.GetUtcNow()));
    }

    private static WitnessList Ask(ReleaseFixture desk, params TestWitness[] witnesses)
    {
        var list = WitnessList.From(TestPublication.Settings with { Witnesses = [.. witnesses.Select(witness => witness.Setting)], WitnessQuorum = witnesses.Length });
        var request = new RequestCosignatures(list, desk.Served, desk.Log.Mark.WitnessStatements, new WitnessClient(Patience), TimeProvider.System);
        desk.Log.AskQuorum = new QuorumBeforeSigning(request).RunAsync;
        return list;
    }
}
