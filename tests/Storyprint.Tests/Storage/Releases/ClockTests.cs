using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>A machine's clock that is wrong: nothing that can wait is released by it, and nothing that cannot wait is held up.</summary>
public class ClockTests
{
    public sealed class OnPostgres : ClockTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_the_clock_a_year_behind_nothing_is_published_updated_or_imported()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var logged = desk.Clock.Now;
        desk.Clock.Now = logged.AddYears(-1);
        Assert.Equal(new ClockFault.Behind(desk.Clock.Now, logged), Fault(await desk.PublishAsync("Another ferry")));
        Assert.Equal(new ClockFault.Behind(desk.Clock.Now, logged), Fault(await desk.UpdateAsync(code, 1, "The ferry carries 112 people.")));
        var story = TestPublication.Story("s1", "An old story", "Its text.", logged.AddYears(-2));
        var refused = await Assert.ThrowsAsync<LogRefusedException>(() => new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(TestActor.Importer, [story], 1, Cancellation));
        Assert.IsType<LogProblem.ClockWrong>(refused.Problem);
        Assert.Equal(1, await desk.VerifyAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public async Task With_a_wrong_clock_a_correction_a_retraction_and_a_withdrawal_go_through_at_the_time_of_the_log(int years)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var logged = desk.Clock.Now;
        desk.Database.ServerClock = new SetClock(logged);
        desk.Clock.Now = logged.AddYears(years);
        ReleaseOutcome[] outcomes =
        [
            await desk.CorrectAsync(code, 1, "The ferry carries 112 people."), await desk.RetractAsync(code, 2), await desk.WithdrawAsync(code, 3),
        ];
        Assert.All(outcomes.Select(Assert.IsType<ReleaseOutcome.Done>), done =>
        {
            Assert.Equal(logged, done.Revision.ReleasedAt);
            Assert.Equal(desk.Clock.Now, done.ClockFault!.At);
        });
        Assert.Null(await DisorderAsync(desk));
        Assert.Equal(4, await desk.VerifyAsync());
    }

    [Fact]
    public async Task With_the_clock_ten_years_ahead_of_the_servers_nothing_is_published()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        desk.Database.AsksServerClock = TestEngine.IsPostgres;
        desk.Database.ServerClock = TestEngine.IsPostgres ? null : new SetClock(desk.Clock.Now);
        desk.Clock.Now = (TestEngine.IsPostgres ? TimeProvider.System : desk.Database.ServerClock!).ReleaseTime;
        var code = await desk.PublishedAsync();
        desk.Clock.Now = desk.Clock.Now.AddYears(10);
        var ahead = Assert.IsType<ClockFault.Ahead>(Fault(await desk.PublishAsync("Another ferry")));
        Assert.Equal("the database's server", ahead.Source);
        Assert.NotNull(Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 1)).ClockFault);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(-3600, true)]
    public async Task Two_minutes_ahead_of_the_server_are_let_pass(int seconds, bool isReleased)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        desk.Database.ServerClock = new SetClock(desk.Clock.Now.AddMinutes(90));
        desk.Clock.Now = desk.Database.ServerClock.GetUtcNow().AddSeconds(seconds);
        Assert.Equal(isReleased, await desk.PublishAsync() is ReleaseOutcome.Done { ClockFault: null });
    }

    [Fact]
    public async Task The_newest_word_of_others_counts_and_where_nobody_says_anything_the_clock_is_believed()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        DateTimeOffset? told = desk.Clock.Now;
        var store = new ReleaseStore(desk.Database, desk.Log, desk.Clock, askWitnessClock: _ => Task.FromResult(told));
        desk.Clock.Now = desk.Clock.Now.AddYears(10);
        Assert.Equal(new ClockFault.Ahead(desk.Clock.Now, told.Value, "a witness"), Fault(await PublishAsync(store)));

        // A witness that is behind does not hold up a server that is not.
        desk.Database.ServerClock = desk.Clock;
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(store));
        (desk.Database.ServerClock, told) = (null, null);
        Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(store));
    }

    [Fact]
    public async Task An_import_and_a_key_change_ask_the_witnesses_too()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        DateTimeOffset? told = desk.Clock.Now;
        var asked = 0;
        Task<DateTimeOffset?> AskAsync(CancellationToken cancellation)
        {
            asked++;
            return Task.FromResult(told);
        }

        desk.Clock.Now = desk.Clock.Now.AddYears(10);
        var imports = new ImportStore(desk.Database, desk.Log, desk.Clock, AskAsync);
        await Assert.ThrowsAsync<LogRefusedException>(() => imports.SaveAsync(TestActor.Importer, [TestPublication.Story("s", "Story", "Text.", told.Value)], 1, Cancellation));
        Assert.Null((await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock, AskAsync).RotateAsync(KeyRole.Seal, isLost: false, cancellation: Cancellation)).Problem);
        Assert.Equal(2, asked);

        // A witness that is silent delays one batch and not each.
        told = null;
        await imports.SaveAsync(TestActor.Importer, Array.Empty<StoryToStore>(), 1, Cancellation);
        await imports.SaveAsync(TestActor.Importer, Array.Empty<StoryToStore>(), 1, Cancellation);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_story_that_was_dated_ten_years_ahead_can_be_withdrawn_once_the_clock_is_right()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var right = desk.Clock.Now;
        desk.Clock.Now = right.AddYears(10);
        var code = await desk.PublishedAsync();
        desk.Clock.Now = right;
        var done = Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 1));
        Assert.Equal(right.AddYears(10), done.Revision.ReleasedAt);
        Assert.IsType<ClockFault.Behind>(done.ClockFault);
        Assert.IsType<ClockFault.Behind>(Fault(await desk.PublishAsync("Another ferry")));
    }

    [Fact]
    public async Task A_key_is_revoked_whatever_the_clock_says_and_the_log_stays_in_order()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        desk.Clock.Now = desk.Clock.Now.AddYears(-1);
        Assert.Null((await new KeyRotation(desk.Database, desk.Log, new KeyFolder(desk.KeysPath), desk.Clock).RevokeAsync(KeyRole.Seal, cancellation: Cancellation)).Problem);
        Assert.Null(await DisorderAsync(desk));
    }

    [Fact]
    public async Task Times_out_of_order_anywhere_in_the_log_are_named()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await desk.PublishedAsync();
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await using var transaction = await desk.Database.BeginWriteAsync(connection, Cancellation);
            var append = await desk.Log.BeginAsync(transaction, Cancellation);
            append.Add(StoryCode.FromDigits("18"), 1, "en", ReleaseKind.Publish, desk.Clock.Now.AddYears(-1), new byte[32], null);
            await append.WriteAsync(Cancellation);
            await desk.Log.CommitAsync(transaction, append);
        }

        Assert.Equal(
            "Entry 3 of the log is out of order. It is dated 2025-11-22 19:40:00 UTC, before entry 2 (2026-11-22 19:40:00 UTC).", await DisorderAsync(desk));
    }

    private static Task<ReleaseOutcome> PublishAsync(ReleaseStore store) => new PublishStory(store, TestPublication.Settings).RunAsync(
        TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("The ferry sails"), null, null, Cancellation);

    private static ClockFault Fault(ReleaseOutcome outcome) =>
        Assert.IsType<ReleaseRefusal.ClockWrong>(Assert.Single(Assert.IsType<ReleaseOutcome.Refused>(outcome).Refusals)).Fault;

    private static async Task<string?> DisorderAsync(ReleaseFixture desk) => (await LogIntegrityCheck.ReadAsync(desk.Database, cancellation: Cancellation)).Problem;
}
