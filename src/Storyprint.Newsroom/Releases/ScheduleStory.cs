using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;

namespace Storyprint.Newsroom.Releases;

/// <summary>Gives a draft the hour of its release, or takes it away. An hour that has passed is refused: it would release the story at once.</summary>
public sealed class ScheduleStory(ScheduleStore schedule, TimeProvider clock)
{
    public async Task<ScheduleOutcome> RunAsync(ReleaseContext context, StoryCode code, DateTimeOffset due, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        return due <= now ? new ScheduleOutcome.Passed(due, now - due)
            : await schedule.SetAsync(context, code, due, cancellation) ? new ScheduleOutcome.Scheduled(due, due - now)
            : new ScheduleOutcome.NoDraft();
    }

    /// <summary>Takes the hour away; the story stays a draft.</summary>
    /// <returns>Whether there is such a draft.</returns>
    public Task<bool> CancelAsync(ReleaseContext context, StoryCode code, CancellationToken cancellation = default) => schedule.SetAsync(context, code, null, cancellation);
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
}
