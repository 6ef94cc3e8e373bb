using Storyprint.Newsroom.Releases;
using Storyprint.People.Notices;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;

namespace Storyprint.Serving;

/// <summary>Releases scheduled stories when they are due. Runs on every node; the write lock makes sure that each story is released once.</summary>
internal sealed partial class ScheduledReleaseService(Database database, ReleaseDueStories due, ScheduleStore schedule, ScheduleNotices notices, TimeProvider clock, ILogger<ScheduledReleaseService> log) : BackgroundService
{
    // Another process may schedule or reschedule a story at any moment.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // The interval at which a failed release is retried and logged again.
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await StepAsync(stoppingToken), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping; the next one catches up.
        }
    }

    private async Task<TimeSpan> StepAsync(CancellationToken stopping)
    {
        try
        {
            var outcomes = await due.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Schedule), stopping);
            foreach (var (code, outcome) in outcomes)
            {
                Say(code, outcome);
                await TellAsync(code, outcome, stopping);
            }

            return outcomes.Any(each => each.Outcome is not ReleaseOutcome.Done) ? AfterTrouble : await WaitAsync(stopping);
        }
        catch (Exception fault) when (database.IsUnavailable(fault))
        {
            // Usually back within seconds; nothing can be released until then anyway.
            LogUnavailable(log, fault.Message);
            return WhileAway;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Readers are served all the same, and the stories remain due.
            LogFault(log, fault);
            return AfterTrouble;
        }
    }

    private async Task<TimeSpan> WaitAsync(CancellationToken stopping) =>
        await schedule.NextAsync(stopping) is { } next && next - clock.GetUtcNow() is var wait && wait < Longest
            ? wait > TimeSpan.Zero ? wait : TimeSpan.Zero
            : Longest;

    private Task TellAsync(StoryCode code, ReleaseOutcome outcome, CancellationToken stopping) => outcome switch
    {
        ReleaseOutcome.Done { DueAt: { } dueAt } done when done.Revision.ReleasedAt - dueAt > Late => notices.TellLateAsync(code, dueAt, stopping),
        ReleaseOutcome.Done => Task.CompletedTask,
        _ => notices.TellFailedAsync(code, outcome.Reason, stopping),
    };

    private void Say(StoryCode code, ReleaseOutcome outcome)
    {
        switch (outcome)
        {
            case ReleaseOutcome.Done done when done.DueAt is { } due && done.Revision.ReleasedAt - due > Late:
                LogLate(log, code, due, done.Revision.ReleasedAt);
                break;
            case ReleaseOutcome.Done done:
                LogReleased(log, code, done.DueAt, done.Revision.ReleasedAt);
                break;
            default:
                LogNotReleased(log, code, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Scheduled story {Code}, due {DueAt:O}, was released at {ReleasedAt:O}")]
    private static partial void LogReleased(ILogger logger, StoryCode code, DateTimeOffset? dueAt, DateTimeOffset releasedAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled story {Code}, due {DueAt:O}, was released late, at {ReleasedAt:O}: no server was running at its hour")]
    private static partial void LogLate(ILogger logger, StoryCode code, DateTimeOffset dueAt, DateTimeOffset releasedAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled story {Code} is due and was NOT released: {Reason}")]
    private static partial void LogNotReleased(ILogger logger, StoryCode code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The schedule waits for the database: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule could not be read; scheduled stories are not released")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
