using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Dates;

/// <summary>A date in any form that people and programs write: ISO 8601, RFC 822, words in several languages, Jalali, digits of any script.</summary>
/// <param name="At">The instant, with the offset given in the text or else that of the edition.</param>
/// <param name="SaysZone">Whether the text gives an offset.</param>
/// <param name="SaysTime">Whether the text gives a time of day; otherwise it is the beginning of the day.</param>
internal readonly partial record struct LooseDate(DateTimeOffset At, bool SaysZone, bool SaysTime)
{
    private const int Longest = 120;

    /// <summary>Parses a text that is a date and nothing else, apart from a weekday and words such as "at" or "published"; null for anything else.</summary>
    public static LooseDate? Read(string? text, Edition edition)
    {
        if (text is null || text.Length > Longest)
        {
            return null;
        }

        var rest = Plain(text);
        var (time, zone) = (TakeTime(ref rest), (TimeSpan?)null);
        if (time is not null)
        {
            zone = TakeZone(ref rest);
        }

        if ((TakeNumbers(ref rest) ?? TakeWords(ref rest)) is not { } day || !OnlySmallWords(rest))
        {
            return null;
        }

        var local = day + (time ?? TimeSpan.Zero);
        var offset = zone ?? edition.Zone.GetUtcOffset(local);
        return Math.Abs(offset.TotalHours) > 14 ? null : new LooseDate(new DateTimeOffset(local, offset), zone is not null, time is not null);
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
                plain.Append(character switch { 'ي' => 'ی', 'ك' => 'ک', '−' or '–' or '—' => '-', _ => char.ToLowerInvariant(character) });
            }
        }

        return plain.ToString();
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
    private static TimeSpan? TakeZone(ref string rest)
    {
        var match = Zone().Match(rest);
        rest = rest.Replace("\u0001", string.Empty, StringComparison.Ordinal);
        if (!match.Success)
        {
            return null;
        }

        rest = rest.Replace(match.Value[1..], " ", StringComparison.Ordinal);
        var size = new TimeSpan(match.Groups[2].Success ? Number(match, 2) : 0, match.Groups[3].Success ? Number(match, 3) : 0, 0);
        return match.Groups[1].Value == "-" ? -size : size;
    }

    private static DateTime? TakeNumbers(ref string rest)
    {
        var match = YearFirst().Match(rest);
        if (match.Success)
        {
            rest = rest.Remove(match.Index, match.Length);
            return Day(Number(match, 1), Number(match, 2), Number(match, 3));
        }

        match = YearLast().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        rest = rest.Remove(match.Index, match.Length);
        var (first, second) = (Number(match, 1), Number(match, 2));
        return second > 12 ? Day(Number(match, 3), first, second) : Day(Number(match, 3), second, first);
    }

    private static DateTime? TakeWords(ref string rest)
    {
        foreach (Match word in Word().Matches(rest))
        {
            if (MonthNames.Find(word.Value) is not { } month)
            {
                continue;
            }

            var numbers = Digits().Matches(rest);
            var year = numbers.FirstOrDefault(number => number.Length == 4);
            var day = numbers.FirstOrDefault(number => number.Length <= 2);
            if (year is null || day is null || numbers.Count != 2)
            {
                return null;
            }

            var (yearNumber, dayNumber) = (int.Parse(year.Value, CultureInfo.InvariantCulture), int.Parse(day.Value, CultureInfo.InvariantCulture));
            rest = Digits().Replace(rest.Remove(word.Index, word.Length), " ");
            return month.IsJalali ? Day(yearNumber, month.Number, dayNumber, jalali: true) : Day(yearNumber, month.Number, dayNumber);
        }

        return null;
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

    [GeneratedRegex(@"(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
