using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class WitnessClockTests
{
    public sealed class OnPostgres : WitnessClockTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_ahead_of_a_witness_is_refused_and_what_cannot_wait_goes_through()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var ask = Ask(desk, witness, desk.Clock);
        var code = await desk.PublishedAsync();
        witness.Time = desk.Clock.Now;
        desk.Clock.Now = desk.Clock.Now.AddYears(10);
        var store = new ReleaseStore(desk.Database, desk.Log, desk.Clock, askWitnessClock: ask.ClockAsync);
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await PublishAsync(store));
        Assert.Equal(new ClockFault.Ahead(desk.Clock.Now, witness.Time.Value, "a witness"), Assert.IsType<ReleaseRefusal.ClockWrong>(Assert.Single(refused.Refusals)).Fault);
        Assert.NotNull(Assert.IsType<ReleaseOutcome.Done>(await new RetractStory(store).RunAsync(TestActor.Editor, code, "There is no ferry.", new(1), Cancellation)).ClockFault);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_witness_that_told_its_time_just_now_is_not_asked_again_and_one_that_is_silent_holds_up_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var ask = Ask(desk, witness, desk.Clock);
        witness.Time = desk.Clock.Now;
        Assert.Equal(desk.Clock.Now, await ask.ClockAsync(Cancellation));
        Assert.Equal(desk.Clock.Now, await ask.ClockAsync(Cancellation));
        Assert.Equal(1, witness.Asked);

        // Three hours later its old word says nothing about the clock.
        desk.Clock.Now = desk.Clock.Now.AddHours(3);
        witness.Answer = (context, _) => TestWitness.SayAsync(context, 503, "Later.\n");
        Assert.Null(await ask.ClockAsync(Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(new ReleaseStore(desk.Database, desk.Log, desk.Clock, askWitnessClock: ask.ClockAsync)));
    }

    private static RequestCosignatures Ask(ReleaseFixture desk, TestWitness witness, TimeProvider clock) => new(
        WitnessList.From(TestPublication.Settings with { Witnesses = [witness.Setting], WitnessQuorum = 1 }), desk.Served, desk.Log.Mark.WitnessStatements,
        new WitnessClient(TimeSpan.FromSeconds(5)), clock);

    private static Task<ReleaseOutcome> PublishAsync(ReleaseStore store) => new PublishStory(store, TestPublication.Settings).RunAsync(
        TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("The ferry sails"), null, null, Cancellation);
}
