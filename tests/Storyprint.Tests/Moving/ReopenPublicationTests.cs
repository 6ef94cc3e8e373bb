using Storyprint.Storage.Log;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Moving;

/// <summary>A database that a move has closed is opened again only where nothing was released into the new one, and never are both open.</summary>
public class ReopenPublicationTests
{
    public sealed class OnPostgres : ReopenPublicationTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_that_has_got_further_stays_the_one()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        using var other = await MovedAsync(desk);
        await other.PublishedAsync("Only here");
        Assert.Contains("released into since", await new ReopenPublication(desk.Database, other.Database).RunAsync(Cancellation), StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Done>(await other.PublishAsync("It goes on"));
        using var again = desk.Again();
        Assert.IsNotType<ReleaseOutcome.Done>(await again.PublishAsync("A second time"));
    }

    [Fact]
    public async Task One_that_has_not_is_closed_in_its_turn()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        using var other = await MovedAsync(desk);
        Assert.Null(await new ReopenPublication(desk.Database, other.Database).RunAsync(Cancellation));
        using var late = other.Again();
        Assert.Contains("moved to another database", (await late.PublishAsync("Too late")).Reason, StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Done>(await desk.PublishAsync("Stayed after all"));
    }

    [Fact]
    public async Task Opened_without_a_look_at_the_new_one_it_signs_nothing_before_somebody_clears_it()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        using var other = await MovedAsync(desk);
        Assert.Null(await new ReopenPublication(desk.Database, null).RunAsync(Cancellation));
        Assert.IsType<LogProblem.ServerChanged>(Assert.IsType<ReleaseOutcome.LogRefuses>(await desk.PublishAsync("A guess")).Problem);
        Assert.Null(await desk.Log.ConfirmServerAsync(TestActor.Editor, Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await desk.PublishAsync("An administrator looked"));
    }

    private static async Task<ReleaseFixture> MovedAsync(ReleaseFixture desk)
    {
        var other = await desk.OnOtherEngineAsync();
        Assert.IsType<MoveOutcome.Done>(await new MovePublication(desk.Database, other.Database).RunAsync(null, Cancellation));
        return other;
    }
}
