using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Stories.Editions;

namespace Storyprint.Stories.Releases;

/// <summary>The hour of a scheduled release as somebody typed it: read in the edition's calendar and zone, and never guessed.</summary>
public abstract partial record ScheduledTime
{
    private ScheduledTime() { }

    /// <param name="Instant">With the offset that was typed, or that of the edition's zone then.</param>
    public sealed record At(DateTimeOffset Instant) : ScheduledTime;

    /// <param name="Key">A stable key for translations; <paramref name="Values"/> fill its gaps.</param>
    /// <param name="Sentence">The English sentence: why it is no hour, and what to type instead.</param>
    public sealed record Unclear(string Key, IReadOnlyList<string> Values, string Sentence) : ScheduledTime;

    private const int MaxLength = 80;
    private const int MaxYear = 9000;

    // From this year on it is a Gregorian one, also where people count in Jalali years.
    private const int FirstGregorianYear = 1700;

    /// <summary>Reads an hour: a date and a time, with or without an offset, or only a time, which is the next such one.</summary>
    public static ScheduledTime Read(string text, Edition edition, DateTimeOffset now)
    {
        var isJalali = edition.Calendar == EditionCalendar.Jalali;
        var example = Example(now, edition);
        if (text.Length > MaxLength || Pattern().Match(Plain(text)) is not { Success: true } match || match.Length == 0)
        {
            return new Unclear("hour.unreadable", [text, example], $"“{text}” is no date and time. Write it as {example}.");
        }

        if (!match.Groups["hour"].Success)
        {
            return new Unclear("hour.without-time", [text, example], $"“{text}” does not say the hour. Write it as {example}.");
        }

        if (TimeOf(match) is not { } time || OffsetOf(match) is not (var offset, true))
        {
            return new Unclear("hour.no-such-time", [text, example], $"“{text}” has no time of day or no offset that exists. Write it as {example}.");
        }

        if (!match.Groups["year"].Success)
        {
            return Next(time, offset, edition, now);
        }

        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        Calendar calendar = isJalali && year < FirstGregorianYear ? new PersianCalendar() : new GregorianCalendar();
        if (year is < CalendarDate.FirstYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month))
        {
            return new Unclear("hour.no-such-day", [$"{year:0000}-{month:00}-{day:00}", example], $"There is no such day as {year:0000}-{month:00}-{day:00} in the {(calendar is PersianCalendar ? "Jalali" : "Gregorian")} calendar. Write it as {example}.");
        }

        return Resolve(calendar.ToDateTime(year, month, day, 0, 0, 0, 0) + time, offset, edition);
    }

    // A time alone is the next such one by the edition's clock, or by the offset that was typed.
    private static ScheduledTime Next(TimeSpan time, TimeSpan? offset, Edition edition, DateTimeOffset now)
    {
        var today = (offset is { } typed ? now.ToOffset(typed) : TimeZoneInfo.ConvertTime(now, edition.Zone)).Date;
        var first = Resolve(today + time, offset, edition);
        return first is At(var instant) && instant <= now ? Resolve(today.AddDays(1) + time, offset, edition) : first;
    }

    private static ScheduledTime Resolve(DateTime local, TimeSpan? offset, Edition edition)
    {
        var zone = edition.Zone;
        if (offset is { } typed)
        {
            return new At(new DateTimeOffset(local, typed));
        }

        if (zone.IsInvalidTime(local))
        {
            var later = local;
            while (zone.IsInvalidTime(later))
            {
                later = later.AddMinutes(15);
            }

            return new Unclear("hour.skipped", [Clock(local), $"{later:yyyy-MM-dd'T'HH:mm}"], $"There is no {local:HH:mm} on {local:yyyy-MM-dd} in {edition.TimeZone}: the clocks skip it for daylight saving. Say another time, such as {later:yyyy-MM-dd'T'HH:mm}.");
        }

        if (zone.IsAmbiguousTime(local))
        {
            var both = zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(each => new DateTimeOffset(local, each).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture)).ToList();
            return new Unclear("hour.twice", [Clock(local), string.Join(" / ", both)], $"{local:HH:mm} comes twice on {local:yyyy-MM-dd} in {edition.TimeZone}, when daylight saving ends. Say which: {string.Join(" or ", both)}.");
        }

        // Zones once had offsets with seconds, which no instant here has.
        return new At(new DateTimeOffset(local, TimeSpan.FromMinutes(Math.Round(zone.GetUtcOffset(local).TotalMinutes))));
    }

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeSpan? TimeOf(Match match)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), match.Groups["second"].Success ? Number(match, "second") : 0);
        if (match.Groups["half"].Value is [var half, ..])
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (half is 'p' or 'ب' ? 12 : 0);
        }

        return hour > 23 || minute > 59 || second > 59 ? null : new TimeSpan(hour, minute, second);
    }

    private static (TimeSpan? Offset, bool Exists) OffsetOf(Match match)
    {
        if (!match.Groups["zone"].Success)
        {
            return (null, true);
        }

        if (!match.Groups["sign"].Success)
        {
            return (TimeSpan.Zero, true);
        }

        var size = new TimeSpan(Number(match, "hours"), match.Groups["minutes"].Success ? Number(match, "minutes") : 0, 0);
        return (match.Groups["sign"].Value == "-" ? -size : size, size.TotalHours <= 14 && size.Minutes < 60);
    }

    /// <summary>An hour as it can be typed: tomorrow at six, in the calendar of the edition.</summary>
    public static string Example(DateTimeOffset now, Edition edition)
    {
        var day = CalendarDate.From(now.AddDays(1), edition);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}T06:00");
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit >= 0)
            {
                plain.Append((char)('0' + digit));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                plain.Append(character switch { '−' or '–' or '—' or '‐' => '-', '،' => ',', _ => char.ToLowerInvariant(character) });
            }
        }

        return plain.ToString().Trim();
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<year>\d{4})\s?[-/.]\s?(?<month>\d{1,2})\s?[-/.]\s?(?<day>\d{1,2})(?:$|t|[\s,-]+(?:ساعت\s*)?))?"
        + @"(?:(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?\s?(?<half>am|pm|a\.m\.|p\.m\.|ق\.?ظ\.?|ب\.?ظ\.?)?\s?(?<zone>z|utc|gmt|(?:utc|gmt)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?)?)?$")]
    private static partial Regex Pattern();
}
