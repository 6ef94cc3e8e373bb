using System.Globalization;
using Storyprint.NewsroomPages.Frame;
using Storyprint.Storage.Library;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>The end of the rights in a picture, in words and as it is typed: the last day on which it may be used, or an hour.</summary>
internal static class RightsText
{
    /// <returns>Empty where they end at no known time.</returns>
    public static string Of(NewsroomContext room, LibraryPicture picture) => picture.Words.RightsEnd is not { } end ? string.Empty
        : room.T(picture.RightsAt(room.Now) == RightsState.Ended ? "pictures.rights.ended" : "pictures.rights.until", LastDay(room, end) is { } day ? room.Dates.LongDate(day) : room.Moment(end));

    /// <summary>As somebody would type it.</summary>
    public static string Typed(NewsroomContext room, DateTimeOffset? end)
    {
        if (end is not { } instant)
        {
            return string.Empty;
        }

        var day = CalendarDate.From(LastDay(room, instant) ?? instant, room.Edition);
        var date = string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");
        return LastDay(room, instant) is null ? date + TimeZoneInfo.ConvertTime(instant, room.Edition.Zone).ToString(" HH:mm", CultureInfo.InvariantCulture) : date;
    }

    /// <summary>Reads what was typed; a day counts until its end.</summary>
    /// <returns>The instant, or null for none; and what is wrong, or null.</returns>
    public static (DateTimeOffset? End, string? Fault) Read(NewsroomContext room, string typed)
    {
        if (typed.Length == 0)
        {
            return (null, null);
        }

        return ScheduledTime.Read(typed, room.Edition, room.Now) switch
        {
            ScheduledTime.At(var instant) => (instant.ToUniversalTime(), null),
            ScheduledTime.Unclear("hour.without-time", _, _) when ScheduledTime.Read($"{typed} 12:00", room.Edition, room.Now) is ScheduledTime.At(var noon) => (CalendarDate.From(noon, room.Edition).Span(room.Edition.Zone).Until, null),
            ScheduledTime.Unclear unclear => (null, room.T("pictures.rights.unclear", Example(room))),
            _ => (null, room.T("pictures.rights.unclear", Example(room))),
        };
    }

    /// <summary>A day as it can be typed: a year from now.</summary>
    public static string Example(NewsroomContext room) => CalendarDate.From(room.Now.AddYears(1), room.Edition) is var day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}") : string.Empty;

    // An instant within the day that ends at it; null where no day ends there.
    private static DateTimeOffset? LastDay(NewsroomContext room, DateTimeOffset end) =>
        CalendarDate.From(end.AddMinutes(-1), room.Edition).Span(room.Edition.Zone).Until == end ? end.AddMinutes(-1) : null;
}
