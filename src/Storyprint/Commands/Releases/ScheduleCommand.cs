using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Storyprint.Newsroom.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint schedule</c>: lists scheduled and past releases, and schedules a draft.</summary>
internal static class ScheduleCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var command = new Command("schedule", "Show what is released when, and what was; set or take away the hour of a draft.") { data, Set(), Cancel() };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(parsed.GetValue(data)!, session => ListAsync(session, cancellation), cancellation));
        return command;
    }

    private static Command Set()
    {
        var code = ReleaseOptions.Code();
        var at = new Argument<string>("at") { Description = "When: 2026-11-24T06:00 by the edition's clock and calendar, 06:00 for the next such time, or with an offset, 2026-11-24T06:00+01:00." };
        var data = SharedOptions.Data();
        var command = new Command("set", "Release a draft by itself at this hour; a server must be running then, or the next one catches up.") { code, at, data };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(
            parsed.GetValue(data)!, session => SetAsync(session, parsed.GetValue(code), parsed.GetValue(at)!, cancellation), cancellation));
        return command;
    }

    private static Command Cancel()
    {
        var code = ReleaseOptions.Code();
        var data = SharedOptions.Data();
        var command = new Command("cancel", "Take the hour away; the story stays a draft.") { code, data };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(
            parsed.GetValue(data)!, session => CancelAsync(session, parsed.GetValue(code), cancellation), cancellation));
        return command;
    }

    private static async Task<int> ListAsync(ReleaseSession session, CancellationToken cancellation)
    {
        var waiting = await session.Schedule.WaitingAsync(cancellation);
        var now = DateTimeOffset.UtcNow;
        Console.WriteLine(waiting.Count == 0 ? "No story waits for its hour." : $"Waiting: {waiting.Count}");
        foreach (var story in waiting)
        {
            Console.WriteLine($"  {story.Code,-9} due {Moment(story.DueAt, story.Zone)}  {story.Headline}{(story.DueAt < now ? "   OVERDUE: is a server running?" : "")}");
        }

        var done = await session.Schedule.DoneAsync(Shown, cancellation);
        if (done.Count > 0)
        {
            Console.WriteLine($"Released by the schedule (the last {Shown} at most):");
        }

        foreach (var release in done)
        {
            var late = release.ReleasedAt - release.DueAt;
            Console.WriteLine($"  {release.Id,-9} due {Moment(release.DueAt, release.Zone)}, out {Moment(release.ReleasedAt, release.Zone)}"
                + $"{(late > TimeSpan.FromMinutes(1) ? $" ({late:d\\.hh\\:mm\\:ss} late)" : "")}  {release.Headline}");
        }

        return 0;
    }

    private static async Task<int> SetAsync(ReleaseSession session, StoryCode code, string at, CancellationToken cancellation)
    {
        if (await session.Stories.EditionAsync(code, cancellation) is not { } edition)
        {
            return await CommandError.WriteAsync($"There is no story {code}.");
        }

        var found = session.Publication.EditionOrMain(edition);
        return ScheduledTime.Read(at, found, TimeProvider.System.GetUtcNow()) switch
        {
            ScheduledTime.At(var due) => await SetAsync(session, code, due, found, cancellation),
            ScheduledTime.Unclear unclear => await CommandError.WriteAsync(unclear.Sentence),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<int> SetAsync(ReleaseSession session, StoryCode code, DateTimeOffset due, Edition edition, CancellationToken cancellation)
    {
        switch (await new ScheduleStory(session.Schedule, TimeProvider.System).RunAsync(session.Context, code, due, cancellation))
        {
            case ScheduleOutcome.Scheduled scheduled:
                Console.WriteLine($"{code} is released on {ScheduleWords.Moment(scheduled.At, edition)}, in {ScheduleWords.Span(scheduled.In)}.");
                return 0;
            case ScheduleOutcome.Passed passed:
                return await CommandError.WriteAsync(
                    $"{ScheduleWords.Moment(passed.At, edition)} has passed, {ScheduleWords.Span(passed.Ago)} ago; nothing was scheduled. To release the story now: storyprint publish {code}");
            default:
                return await CommandError.WriteAsync(NoDraft(code));
        }
    }

    private static async Task<int> CancelAsync(ReleaseSession session, StoryCode code, CancellationToken cancellation)
    {
        if (await new ScheduleStory(session.Schedule, TimeProvider.System).CancelAsync(session.Context, code, cancellation) is not null)
        {
            return await CommandError.WriteAsync(NoDraft(code));
        }

        Console.WriteLine($"{code} is not released by itself any more.");
        return 0;
    }

    private static string NoDraft(StoryCode code) => $"Story {code} has no draft that was never published; only such a one can be scheduled.";

    private static string Moment(DateTimeOffset at, string zone) =>
        (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(at, known) : at).ToString("yyyy-MM-dd HH:mm:ss.f zzz", CultureInfo.InvariantCulture);
}
