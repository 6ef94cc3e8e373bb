using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class WitnessAlarmTests
{
    public sealed class OnPostgres : WitnessAlarmTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_witness_that_has_seen_more_stops_releases_until_it_cosigns_again()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        witness.Last = (1000, default);
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsAlarm);
        using var stopped = desk.Again(asking.List);
        Assert.Equal((1000, 2), Assert.IsType<LogProblem.WitnessAhead>(await stopped.Log.PrepareAsync(Cancellation)) is var ahead ? (ahead.Seen, ahead.Size) : default);
        Assert.IsType<LogProblem.WitnessAhead>(Assert.IsType<ReleaseOutcome.LogRefuses>(await stopped.PublishAsync()).Problem);

        // A witness that the settings no longer name does not count.
        using (var without = desk.Again())
        {
            Assert.Null(await without.Log.PrepareAsync(Cancellation));
        }

        witness.Last = null;
        Assert.True((await asking.RunAsync()).IsReached);
        Assert.Null(await stopped.Log.PrepareAsync(Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await stopped.PublishAsync());
    }

    [Fact]
    public async Task A_database_and_a_mark_that_were_set_back_together_are_betrayed_by_the_witness()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync();
        await new Asking(desk, witness).RunAsync();
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);

        // First with the word that was kept, then, when that is gone as well, by asking.
        using var next = desk.Again(new Asking(desk, witness).List);
        Assert.IsType<LogProblem.WitnessAhead>(await next.Log.PrepareAsync(Cancellation));
        File.Delete(desk.Log.Mark.WitnessStatements.Path);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.True((await new Asking(desk, witness).RunAsync(again: true)).IsAlarm);
        Assert.IsType<LogProblem.WitnessAhead>(await next.Log.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task A_witness_that_says_the_log_contradicts_itself_stops_releases()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        witness.Answer = (context, _) => TestWitness.SayAsync(context, 422, "No.\n");
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsAlarm);
        using var stopped = desk.Again(asking.List);
        Assert.Equal(2, Assert.IsType<LogProblem.WitnessContradicts>(await stopped.Log.PrepareAsync(Cancellation)).SeenSize);
    }

    [Fact]
    public async Task A_cosigned_root_that_the_database_does_not_have_stops_releases()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("One history");
        var asking = new Asking(desk, witness);
        await asking.RunAsync();
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);
        using var next = desk.Again();
        await next.PublishedAsync("Another history");
        using var stopped = desk.Again(asking.List);
        Assert.IsType<LogProblem.WitnessContradicts>(await stopped.Log.PrepareAsync(Cancellation));
        Assert.True((await new Asking(next, witness).RunAsync()).IsAlarm);
    }
}
