using System.CommandLine;
using System.Globalization;
using Storyprint.Stories.Codes;
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
        var at = new Argument<string>("at") { Description = "When, such as 2026-11-24T06:00 (by the edition's clock) or 2026-11-24T06:00+01:00." };
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
            parsed.GetValue(data)!, session => ChangeAsync(session, parsed.GetValue(code), null, cancellation), cancellation));
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

        return Instant(at, session.Publication.EditionOrMain(edition).Zone) is { } due
            ? await ChangeAsync(session, code, due, cancellation)
            : await CommandError.WriteAsync($"“{at}” is no date and time. Write it as 2026-11-24T06:00.");
    }

    private static async Task<int> ChangeAsync(ReleaseSession session, StoryCode code, DateTimeOffset? due, CancellationToken cancellation)
    {
        if (!await session.Schedule.SetAsync(session.Context, code, due, cancellation))
        {
            return await CommandError.WriteAsync($"Story {code} has no draft that was never published; only such a one can be scheduled.");
        }

        Console.WriteLine(due is { } hour ? $"{code} is released on {hour:yyyy-MM-dd HH:mm:ss zzz}." : $"{code} is not released by itself any more.");
        return 0;
    }

    // A time without an offset is local time of the edition; one that the change to summer time skips is refused.
    private static DateTimeOffset? Instant(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return null;
        }

        return local.Kind != DateTimeKind.Unspecified ? instant
            : zone.IsInvalidTime(local) ? null
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static string Moment(DateTimeOffset at, string zone) =>
        (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(at, known) : at).ToString("yyyy-MM-dd HH:mm:ss.f zzz", CultureInfo.InvariantCulture);
}
