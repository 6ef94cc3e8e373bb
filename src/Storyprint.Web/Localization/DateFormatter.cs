using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Web.Localization;

/// <summary>Formats dates and times in the edition's calendar, digits and time zone, with the names of months and days in the language of the texts.</summary>
public sealed class DateFormatter(Edition edition, InterfaceTexts texts)
{
    private readonly DateTimeFormatInfo format = FormatOf(texts.Language);
    private readonly int firstDayOfWeek = (int)FormatOf(edition.Language).FirstDayOfWeek;

    /// <summary>A date with its weekday: "Saturday 21 November 2026".</summary>
    public string LongDate(DateTimeOffset instant)
    {
        var date = CalendarDate.From(instant, edition);
        return texts.Format("date.long", Weekday(instant), Number(date.Day!.Value), Month(date.Month!.Value), Number(date.Year));
    }

    /// <summary>A date without its weekday: "21 November 2026".</summary>
    public string Date(DateTimeOffset instant) => Date(CalendarDate.From(instant, edition));

    /// <summary>A day, month or year in words.</summary>
    public string Date(CalendarDate date) => date switch
    {
        { Day: { } day, Month: { } month } => texts.Format("date.day", Number(day), Month(month), Number(date.Year)),
        { Month: { } month } => texts.Format("date.month", Month(month), Number(date.Year)),
        _ => Number(date.Year),
    };

    /// <summary>Date, time and zone: "Saturday 21 November 2026, 10:40 Marlow Bay time (UTC+01:00)".</summary>
    public string LongMoment(DateTimeOffset instant) => texts.Format("date.moment", LongDate(instant), Time(instant), Zone(instant));

    /// <summary>The same without the weekday and the zone's name: "21 November 2026, 10:40 (UTC+01:00)".</summary>
    public string Moment(DateTimeOffset instant) =>
        texts.Format("date.moment", Date(instant), Time(instant), Isolated($"(UTC{Offset(instant)})"));

    /// <summary>"10:40" in the edition's zone and digits.</summary>
    public string Time(DateTimeOffset instant)
    {
        var local = Local(instant);
        return Digits(local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>For <c>datetime</c> attributes: the instant with its offset in the edition's time zone.</summary>
    public string Machine(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    public string Month(int month) => edition.Calendar == EditionCalendar.Jalali
        ? texts[$"jalali.{month}"]
        : format.MonthGenitiveNames[month - 1];

    /// <summary>The days of the week, Sunday first.</summary>
    public IEnumerable<string> Weekdays => format.DayNames;

    /// <summary>The short names of the days of the week, in the edition's order.</summary>
    public IEnumerable<string> WeekdaysInShort => Enumerable.Range(0, 7)
        .Select(day => format.GetAbbreviatedDayName((DayOfWeek)((firstDayOfWeek + day) % 7)));

    /// <summary>The index of a day in its week, 0 to 6.</summary>
    public int PlaceInWeek(CalendarDate day) =>
        ((int)Local(day.Span(edition.Zone).From).DayOfWeek - firstDayOfWeek + 7) % 7;

    /// <summary>A month's name on its own, as in a heading.</summary>
    public string MonthAlone(int month) => edition.Calendar == EditionCalendar.Jalali ? texts[$"jalali.{month}"] : format.MonthNames[month - 1];

    public string Number(long value) => Digits(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text with its ASCII digits in the edition's numerals.</summary>
    public string Digits(string text)
    {
        var zero = edition.Numerals switch
        {
            Numerals.Persian => '۰',
            Numerals.Arabic => '٠',
            _ => '0',
        };
        return zero == '0' ? text : string.Create(text.Length, (text, zero), static (span, state) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                var character = state.text[index];
                span[index] = char.IsAsciiDigit(character) ? (char)(state.zero + (character - '0')) : character;
            }
        });
    }

    private string Weekday(DateTimeOffset instant) => format.GetDayName(Local(instant).DayOfWeek);

    private string Zone(DateTimeOffset instant) => edition.ZoneName.Length == 0
        ? Isolated($"(UTC{Offset(instant)})")
        : $"{edition.ZoneName} {Isolated($"(UTC{Offset(instant)})")}";

    private string Offset(DateTimeOffset instant)
    {
        var offset = Local(instant).Offset;
        var sign = offset < TimeSpan.Zero ? '\u2212' : '+';
        return sign + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
    }

    // A Latin word inside right-to-left text would displace its brackets.
    private string Isolated(string latin) => edition.IsRightToLeft ? $"\u2066{latin}\u2069" : latin;

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, edition.Zone);

    private static DateTimeFormatInfo FormatOf(string language)
    {
        CultureInfo culture;
        try
        {
            culture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            culture = CultureInfo.InvariantCulture;
        }

        var format = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().Any())
        {
            format.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First();
        }

        return format;
    }
}
