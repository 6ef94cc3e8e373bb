using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Workflow;

namespace Storyprint.Newsroom.Releases;

/// <summary>Gives a draft the hour of its release, or takes it away. An hour that has passed is refused: it would release the story at once.</summary>
public sealed class ScheduleStory(ScheduleStore schedule, TimeProvider clock)
{
    public async Task<ScheduleOutcome> RunAsync(ReleaseContext context, StoryCode code, DateTimeOffset due, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        return due <= now ? new ScheduleOutcome.Passed(due, now - due) : OutcomeOf(await schedule.SetAsync(context, code, due, cancellation)) ?? new ScheduleOutcome.Scheduled(due, due - now);
    }

    /// <summary>Takes the hour away; the story is what it was before.</summary>
    /// <returns>Null where that was done.</returns>
    public async Task<ScheduleOutcome?> CancelAsync(ReleaseContext context, StoryCode code, CancellationToken cancellation = default) => OutcomeOf(await schedule.SetAsync(context, code, null, cancellation));

    private static ScheduleOutcome? OutcomeOf(ScheduleChange change) => change switch
    {
        ScheduleChange.NoDraft => new ScheduleOutcome.NoDraft(),
        ScheduleChange.NotPermitted(var why) => new ScheduleOutcome.NotPermitted(why),
        _ => null,
    };
}

/// <summary>The outcome of giving a draft an hour.</summary>
public abstract record ScheduleOutcome
{
    private ScheduleOutcome() { }

    /// <param name="In">How far off it is.</param>
    public sealed record Scheduled(DateTimeOffset At, TimeSpan In) : ScheduleOutcome;

    /// <param name="Ago">How long ago it was.</param>
    public sealed record Passed(DateTimeOffset At, TimeSpan Ago) : ScheduleOutcome;

    /// <summary>There is no draft that was never published.</summary>
    public sealed record NoDraft : ScheduleOutcome;

    /// <summary>The newsroom's rules do not let this person do it now.</summary>
    public sealed record NotPermitted(WorkflowRefusal Why) : ScheduleOutcome;
}
