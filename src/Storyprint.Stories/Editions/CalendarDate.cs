using System.Globalization;

namespace Storyprint.Stories.Editions;

/// <summary>A day, month or year of an edition's calendar, with its start and end in the edition's time zone.</summary>
/// <param name="Month">1 to 12, or null for the whole year.</param>
/// <param name="Day">1 to 31, or null for the whole month.</param>
public sealed record CalendarDate(EditionCalendar Calendar, int Year, int? Month = null, int? Day = null)
{
    private static readonly Calendar Gregorian = new GregorianCalendar();
    private static readonly Calendar Jalali = new PersianCalendar();

    /// <summary>The first hours of the year before may lie before the first instant there is.</summary>
    internal const int FirstYear = 2;

    /// <summary>The date of an instant in the edition.</summary>
    public static CalendarDate From(DateTimeOffset instant, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(instant, edition.Zone).DateTime;
        var calendar = System(edition.Calendar);
        return new CalendarDate(edition.Calendar, calendar.GetYear(local), calendar.GetMonth(local), calendar.GetDayOfMonth(local));
    }

    /// <summary>Whether the calendar has such a date.</summary>
    public bool Exists
    {
        get
        {
            var calendar = System(Calendar);
            return Year is >= FirstYear and <= 9000
                && (Month is null || Month is >= 1 and <= 12)
                && (Day is null || (Month is not null && Day >= 1 && Day <= calendar.GetDaysInMonth(Year, Month.Value)));
        }
    }

    /// <summary>The first instant of the date, and the first after it.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Span(TimeZoneInfo zone)
    {
        var calendar = System(Calendar);
        var first = calendar.ToDateTime(Year, Month ?? 1, Day ?? 1, 0, 0, 0, 0);
        var after = Day is not null ? calendar.AddDays(first, 1)
            : Month is not null ? calendar.AddMonths(first, 1)
            : calendar.AddYears(first, 1);
        return (AtStart(first, zone), AtStart(after, zone));
    }

    // A day whose midnight is skipped by a clock change begins when the clock goes on.
    private static DateTimeOffset AtStart(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static Calendar System(EditionCalendar calendar) => calendar == EditionCalendar.Jalali ? Jalali : Gregorian;
}
