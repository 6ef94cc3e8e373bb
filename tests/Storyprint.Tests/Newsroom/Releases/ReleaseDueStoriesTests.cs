using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Releases;

public class ReleaseDueStoriesTests
{
    public sealed class OnPostgres : ReleaseDueStoriesTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_released_once_at_its_hour_and_the_record_bears_both_times()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMinutes(10);
        var code = await ScheduledAsync(desk, "ferry", due);

        Assert.Empty(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation));
        Assert.Null(await desk.Stories.FindAsync(code, Cancellation));

        desk.Clock.Now = due.AddSeconds(2);
        var released = Assert.IsType<ReleaseOutcome.Done>(Assert.Single(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation)).Outcome);
        Assert.Equal((code, due, due.AddSeconds(2)), (released.Code, released.DueAt, released.Revision.ReleasedAt));
        Assert.Empty(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation));
        var record = Assert.Single(await Schedule(desk).DoneAsync(10, Cancellation));
        Assert.Equal((due, due.AddSeconds(2)), (record.DueAt, record.ReleasedAt));
        Assert.Equal(1, await desk.VerifyAsync());
    }

    [Fact]
    public async Task An_hour_within_a_second_is_kept()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMilliseconds(500);
        await ScheduledAsync(desk, "ferry", due);
        desk.Clock.Now = due.AddMilliseconds(100);
        Assert.IsType<ReleaseOutcome.Done>(Assert.Single(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation)).Outcome);
    }

    [Fact]
    public async Task What_a_machine_slept_through_goes_out_in_the_order_of_the_hours()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var now = desk.Clock.GetUtcNow();
        var second = await ScheduledAsync(desk, "second", now.AddMinutes(2));
        var first = await ScheduledAsync(desk, "first", now.AddMinutes(1));
        desk.Clock.Now = now.AddDays(1);
        Assert.Equal([first, second], (await Due(desk).RunAsync(TestActor.Scheduler, Cancellation)).Select(each => each.Code));
    }

    [Fact]
    public async Task Many_nodes_release_a_due_story_once()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMinutes(1);
        var codes = new List<StoryCode>();
        for (var number = 0; number < 5; number++)
        {
            codes.Add(await ScheduledAsync(desk, $"ferry-{number}", due));
        }

        using var second = desk.Again();
        using var third = desk.Again();
        foreach (var node in (ReleaseFixture[])[desk, second, third])
        {
            node.Clock.Now = due;
        }

        var outcomes = await Task.WhenAll(((ReleaseFixture[])[desk, second, third]).Select(node => Task.Run(() => Due(node).RunAsync(TestActor.Scheduler, Cancellation), Cancellation)));
        Assert.All(outcomes.SelectMany(each => each), each => Assert.IsType<ReleaseOutcome.Done>(each.Outcome));
        Assert.Equal(codes, outcomes.SelectMany(each => each).Select(each => each.Code).OrderBy(code => code.Digits, StringComparer.Ordinal));
        Assert.Equal(5, await desk.VerifyAsync());
    }

    [Fact]
    public async Task A_story_that_was_taken_back_or_moved_stays_where_it_is()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMinutes(1);
        var back = await ScheduledAsync(desk, "back", due);
        var moved = await ScheduledAsync(desk, "moved", due);
        Assert.IsType<ScheduleChange.Made>(await Schedule(desk).SetAsync(TestActor.Editor, back, null, Cancellation));
        Assert.IsType<ScheduleChange.Made>(await Schedule(desk).SetAsync(TestActor.Editor, moved, due.AddHours(1), Cancellation));
        desk.Clock.Now = due;
        Assert.Empty(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation));
        Assert.Equal([moved], (await Schedule(desk).WaitingAsync(Cancellation)).Select(story => story.Code));
    }

    [Fact]
    public async Task A_published_story_cannot_be_scheduled()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        Assert.IsType<ScheduleChange.NoDraft>(await Schedule(desk).SetAsync(TestActor.Editor, code, desk.Clock.GetUtcNow().AddHours(1), Cancellation));
        Assert.NotNull(await desk.Stories.FindAsync(code, Cancellation));
    }

    [Fact]
    public async Task A_story_that_may_not_be_published_is_said_and_stays_due()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMinutes(1);
        var code = await ScheduledAsync(desk, "bare", due, headline: string.Empty);
        desk.Clock.Now = due;
        Assert.IsType<ReleaseOutcome.Refused>(Assert.Single(await Due(desk).RunAsync(TestActor.Scheduler, Cancellation)).Outcome);
        Assert.Equal([code], (await Schedule(desk).WaitingAsync(Cancellation)).Select(story => story.Code));
    }

    private static ScheduleStore Schedule(ReleaseFixture desk) => new(desk.Database, desk.Clock);

    private static ReleaseDueStories Due(ReleaseFixture desk) => new(desk.Store, Schedule(desk), desk.Clock);

    private static async Task<StoryCode> ScheduledAsync(ReleaseFixture desk, string source, DateTimeOffset due, string? headline = null)
    {
        var story = TestPublication.Story(source, headline ?? $"The {source} sails", "It carries 120 people.", due) with { Status = StoryStatus.Scheduled };
        if (headline is not null)
        {
            story = story with { Content = story.Content with { Headline = headline } };
        }

        var outcomes = await new Storyprint.Storage.Imports.ImportStore(desk.Database, desk.Log, desk.Clock)
            .SaveAsync(TestActor.Importer, [story], TestPublication.Settings.FirstStoryNumber, Cancellation);
        return outcomes[0].Code;
    }
}
