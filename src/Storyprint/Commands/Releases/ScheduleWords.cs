using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Commands.Releases;

/// <summary>How an hour is repeated to whoever typed it, so that a wrong one is seen.</summary>
internal static class ScheduleWords
{
    /// <summary>The instant by the edition's clock, with offset and zone, and by its calendar where that is another.</summary>
    public static string Moment(DateTimeOffset at, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(at, edition.Zone);
        var day = CalendarDate.From(at, edition);
        var own = edition.Calendar == EditionCalendar.Jalali ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}/{day.Month:00}/{day.Day:00}, ") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{own}{local:yyyy-MM-dd HH:mm:ss zzz} ({edition.TimeZone})");
    }

    /// <summary>A length of time in the two units that matter.</summary>
    public static string Span(TimeSpan span) => span.TotalDays switch
    {
        >= 730 => $"about {Count((int)(span.TotalDays / 365.25), "year")}",
        >= 2 => Two(span.Days, "day", span.Hours, "hour"),
        _ when span.TotalHours >= 1 => Two((int)span.TotalHours, "hour", span.Minutes, "minute"),
        _ when span.TotalMinutes >= 1 => Two(span.Minutes, "minute", span.Seconds, "second"),
        _ => Count(Math.Max(1, span.Seconds), "second"),
    };

    private static string Two(int first, string unit, int second, string smaller) => second == 0 ? Count(first, unit) : $"{Count(first, unit)} {Count(second, smaller)}";

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {unit}{(number == 1 ? "" : "s")}");
}
