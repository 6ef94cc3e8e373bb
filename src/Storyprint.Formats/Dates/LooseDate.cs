using System.Globalization;
using System.Text.RegularExpressions;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Dates;

/// <summary>A date in any form that people and programs write: ISO 8601, RFC 822, words in many languages, Jalali, digits of any script.</summary>
/// <param name="At">The instant, with the offset given in the text or else that of the edition.</param>
/// <param name="SaysZone">Whether the text gives an offset.</param>
/// <param name="SaysTime">Whether the text gives a time of day; otherwise it is the beginning of the day.</param>
/// <param name="Other">The day that it would be if the month stood first; null where only one is possible. Whoever publishes must ask.</param>
internal readonly partial record struct LooseDate(DateTimeOffset At, bool SaysZone, bool SaysTime, DateTime? Other = null)
{
    private const int Longest = 120;

    /// <summary>Why nobody may publish by it, as a clause; null for a date that can only be one.</summary>
    public string? Doubt(string text, Edition edition) => Other is { } other
        ? $"Its date “{text.Trim()}” may be {At:yyyy-MM-dd} or {other:yyyy-MM-dd} (say --dates day-first or --dates month-first)"
        : SaysTime && !SaysZone ? DoubtfulHour.Of(At.DateTime, edition)
        : null;

    /// <summary>Parses a text that is a date and nothing else, apart from a weekday and words such as "at" or "published"; null for anything else.</summary>
    /// <param name="order">Which number comes first where both could; the edition's language decides where nobody says so.</param>
    public static LooseDate? Read(string? text, Edition edition, DateOrder order = DateOrder.Unsaid)
    {
        if (text is null || text.Length > Longest)
        {
            return null;
        }

        var rest = DateForms.Plain(text);
        var (time, zone, zoneName) = (TakeTime(ref rest), (TimeSpan?)null, string.Empty);
        if (time is not null)
        {
            (zone, zoneName) = TakeZone(ref rest);
        }

        if (order == DateOrder.Unsaid)
        {
            order = DateOrderOfLanguage.Of(edition);
        }

        if ((TakeNumbers(ref rest, order) ?? TakeWords(ref rest, edition)) is not (var day, var other) || !OnlySmallWords(rest))
        {
            return null;
        }

        var local = day + (time ?? TimeSpan.Zero);
        if (zoneName.Length > 0)
        {
            zone = ZoneNames.Offset(zoneName, local, edition);
            if (zone is null)
            {
                return null;
            }
        }

        var offset = zone ?? edition.Zone.GetUtcOffset(local);
        return Math.Abs(offset.TotalHours) > 14 ? null : new LooseDate(new DateTimeOffset(local, offset), zone is not null, time is not null, other);
    }

    private static TimeSpan? TakeTime(ref string rest)
    {
        var match = Time().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match, 1), Number(match, 2), match.Groups[3].Success ? Number(match, 3) : 0);
        var half = match.Groups[4].Value;
        if (half.Length > 0)
        {
            hour = (hour % 12) + (half[0] is 'p' or 'ب' or 'ع' ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        rest = rest.Remove(match.Index, match.Length).Insert(match.Index, " \u0001");
        return new TimeSpan(hour, minute, second);
    }

    // The offset follows the time directly; the placeholder keeps a minus of the date from being read as one.
    private static (TimeSpan? Offset, string Name) TakeZone(ref string rest)
    {
        var name = ZoneName().Match(rest);
        var match = Zone().Match(rest);
        if (name.Success && ZoneNames.IsKnown(name.Groups[1].Value))
        {
            rest = rest.Remove(name.Index, name.Length);
            return (null, name.Groups[1].Value);
        }

        rest = rest.Replace("\u0001", string.Empty, StringComparison.Ordinal);
        if (!match.Success)
        {
            return (null, string.Empty);
        }

        rest = rest.Replace(match.Value[1..], " ", StringComparison.Ordinal);
        var size = new TimeSpan(match.Groups[2].Success ? Number(match, 2) : 0, match.Groups[3].Success ? Number(match, 3) : 0, 0);
        return (match.Groups[1].Value == "-" ? -size : size, string.Empty);
    }

    private static (DateTime Day, DateTime? Other)? TakeNumbers(ref string rest, DateOrder order)
    {
        var match = YearFirst().Match(rest);
        if (match.Success)
        {
            rest = rest.Remove(match.Index, match.Length);
            return Day(Number(match, 1), Number(match, 2), Number(match, 3)) is { } first ? (first, null) : null;
        }

        match = YearLast().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        rest = rest.Remove(match.Index, match.Length);
        var (one, two, year) = (Number(match, 1), Number(match, 3), Number(match, 4));
        var (dayFirst, monthFirst) = (Day(year, two, one), Day(year, one, two));

        // With dots the day always comes first; with the same number twice it does not matter.
        return match.Groups[2].Value == "." || order == DateOrder.DayFirst || monthFirst == dayFirst ? Only(dayFirst ?? monthFirst)
            : order == DateOrder.MonthFirst ? Only(monthFirst ?? dayFirst)
            : dayFirst is { } day ? (day, monthFirst)
            : Only(monthFirst);
    }

    private static (DateTime Day, DateTime? Other)? Only(DateTime? day) => day is { } known ? (known, null) : null;

    private static (DateTime Day, DateTime? Other)? TakeWords(ref string rest, Edition edition)
    {
        var found = new List<(string Word, (int Number, bool IsJalali) Month)>();
        foreach (var phrase in MonthNames.Phrases.Where(rest.Contains).Take(1))
        {
            found.Add((phrase, MonthNames.Find(phrase, edition.Language)!.Value));
        }

        if (found.Count == 0)
        {
            found.AddRange(Word().Matches(rest).Select(word => (word.Value, Month: MonthNames.Find(word.Value, edition.Language)))
                .Where(word => word.Month is not null).Select(word => (word.Value, word.Month!.Value)));
        }

        var numbers = Digits().Matches(rest);
        var year = numbers.FirstOrDefault(number => number.Length == 4);
        var day = numbers.FirstOrDefault(number => number.Length <= 2);
        if (found.Select(word => word.Month).Distinct().Count() != 1 || year is null || day is null || numbers.Count != 2)
        {
            return null;
        }

        var (yearNumber, dayNumber) = (int.Parse(year.Value, CultureInfo.InvariantCulture), int.Parse(day.Value, CultureInfo.InvariantCulture));
        rest = found.Aggregate(Digits().Replace(rest, " "), (left, word) => left.Replace(word.Word, " ", StringComparison.Ordinal));
        var month = found[0].Month;
        return Only(Day(yearNumber is > 2400 and < 2700 ? yearNumber - 543 : yearNumber, month.Number, dayNumber, month.IsJalali));
    }

    // No news was published in the fourteenth century, so such a year is Jalali.
    private static DateTime? Day(int year, int month, int day, bool jalali = false)
    {
        Calendar calendar = jalali || year is >= 1250 and <= 1500 ? new PersianCalendar() : new GregorianCalendar();
        return year is < 1250 or > 9000 || month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month)
            ? null
            : calendar.ToDateTime(year, month, day, 0, 0, 0, 0);
    }

    private static bool OnlySmallWords(string rest) =>
        Word().Matches(rest).All(word => MonthNames.IsSmallWord(word.Value)) && !Digits().IsMatch(rest);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d:+-])t?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*(am|pm|a\.m\.|p\.m\.|ق\.?ظ|ب\.?ظ|صبح|عصر|بعدازظهر))?(?![\d:])")]
    private static partial Regex Time();

    [GeneratedRegex(@"\u0001\s*\(?(?:z|(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?|utc|gmt)\)?(?![\d\p{L}:/.]|-\d)")]
    private static partial Regex Zone();

    [GeneratedRegex(@"\u0001\s*\(?([a-z]{2,5})\)?(?!\p{L})")]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
