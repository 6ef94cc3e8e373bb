using System.Collections.Concurrent;
using System.Globalization;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Names of months and weekdays: a number beside one of them is a date.</summary>
internal static class DateWords
{
    // What CultureInfo has only in one calendar, or spells in one of several ways.
    private static readonly Dictionary<string, string> More = new(StringComparer.Ordinal)
    {
        ["en"] = "sept",
        ["fa"] = "فروردین اردیبهشت خرداد تیر مرداد امرداد شهریور مهر آبان آذر دی بهمن اسفند "
            + "ژانویه فوریه مارس آوریل مه می ژوئن ژوئیه جولای اوت آگوست سپتامبر اکتبر نوامبر دسامبر "
            + "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه",
    };

    private static readonly ConcurrentDictionary<string, HashSet<string>> ByLanguage = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, HashSet<string>> Weekdays = new(StringComparer.Ordinal);

    public static bool Holds(string language, string key) => ByLanguage.GetOrAdd(language, Of).Contains(key);

    /// <summary>Whether a folded word is a weekday in full: a date without any number.</summary>
    public static bool IsWeekday(string language, string key) => Weekdays.GetOrAdd(language, WeekdaysOf).Contains(key);

    private static HashSet<string> WeekdaysOf(string language) =>
        [.. Cultures(language).SelectMany(culture => culture.DateTimeFormat.DayNames).Select(GateFold.Of).Where(key => key.Length > 1)];

    private static HashSet<string> Of(string language)
    {
        var words = new[] { "en", language }.SelectMany(known => (More.GetValueOrDefault(known) ?? string.Empty).Split(' ')).ToList();
        foreach (var culture in Cultures(language))
        {
            var names = culture.DateTimeFormat;
            words.AddRange([.. names.MonthNames, .. names.MonthGenitiveNames, .. names.AbbreviatedMonthNames, .. names.DayNames, .. names.AbbreviatedDayNames]);
        }

        // A bare letter or number ("M", "1月") names no month in running text.
        return [.. words.Select(word => GateFold.Of(word.Trim('.'))).Where(key => key.Length > 1 && !char.IsAsciiDigit(key[0]))];
    }

    private static IEnumerable<CultureInfo> Cultures(string language)
    {
        yield return CultureInfo.InvariantCulture;
        CultureInfo? own = null;
        try
        {
            own = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            // A tag this machine has no names for: numbers are then numbers and not dates, and found all the same.
        }

        if (own is not null)
        {
            yield return own;
        }
    }
}
