using System.Collections.Concurrent;
using System.Globalization;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Names of months and weekdays: a number beside one of them is a date.</summary>
internal sealed class DateWords
{
    // What CultureInfo has only in one calendar, or spells in one of several ways.
    private static readonly Dictionary<string, string> More = new(StringComparer.Ordinal)
    {
        ["en"] = "sept",
        ["fa"] = "فروردین اردیبهشت خرداد تیر مرداد امرداد شهریور مهر آبان آذر دی بهمن اسفند "
            + "ژانویه فوریه مارس آوریل مه می ژوئن ژوئیه جولای اوت آگوست سپتامبر اکتبر نوامبر دسامبر "
            + "شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه",
    };

    private static readonly ConcurrentDictionary<string, DateWords> ByLanguage = new(StringComparer.Ordinal);

    private readonly HashSet<string> names;
    private readonly HashSet<string> weekdays;

    private DateWords(string language)
    {
        var words = new[] { "en", language }.SelectMany(known => (More.GetValueOrDefault(known) ?? string.Empty).Split(' ')).ToList();
        foreach (var culture in Cultures(language))
        {
            var format = culture.DateTimeFormat;
            words.AddRange([.. format.MonthNames, .. format.MonthGenitiveNames, .. format.AbbreviatedMonthNames, .. format.DayNames, .. format.AbbreviatedDayNames]);
        }

        // A bare letter or number ("M", "1月") names no month in running text.
        names = [.. words.Select(word => GateFold.Of(word.Trim('.'))).Where(key => key.Length > 1 && !char.IsAsciiDigit(key[0]))];
        weekdays = [.. Cultures(language).SelectMany(culture => culture.DateTimeFormat.DayNames).Select(GateFold.Of).Where(key => key.Length > 1)];
    }

    public static DateWords Of(string language) => ByLanguage.GetOrAdd(language, static name => new DateWords(name));

    public bool Holds(string key) => names.Contains(key);

    /// <summary>Whether a folded word is a weekday in full: a date without any number.</summary>
    public bool IsWeekday(string key) => weekdays.Contains(key);

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
