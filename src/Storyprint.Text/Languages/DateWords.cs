using System.Collections.Frozen;
using System.Globalization;

namespace Storyprint.Text.Languages;

/// <summary>The names of months and weekdays: a number beside one is a date.</summary>
internal sealed class DateWords
{
    private readonly FrozenSet<string> names;
    private readonly FrozenSet<string> weekdays;

    public DateWords(LanguageFile file, Language language)
    {
        var formats = Cultures(language.Tag).Select(culture => culture.DateTimeFormat).ToList();
        var days = language.Keys(string.Join(' ', formats.SelectMany(format => format.DayNames)) + ' ' + file.Weekdays);
        var months = formats.SelectMany(format => (string[])[.. format.MonthNames, .. format.MonthGenitiveNames, .. format.AbbreviatedMonthNames, .. format.AbbreviatedDayNames]);
        weekdays = days.Where(IsWord).ToFrozenSet(StringComparer.Ordinal);
        names = language.Keys(string.Join(' ', months.Select(name => name.Trim('.'))) + ' ' + file.Dates).Concat(days).Where(IsWord).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="key">The key of a word, in lower case.</param>
    public bool Contains(string key) => names.Contains(key);

    /// <summary>Whether a word is the full name of a weekday, a date without any number.</summary>
    public bool IsWeekday(string key) => weekdays.Contains(key);

    // A single letter or number ("M", "1月") names no month in running text.
    private static bool IsWord(string key) => key.Length > 1 && !char.IsAsciiDigit(key[0]);

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
            // This machine has no names for the tag: numbers are then compared as numbers and not as dates.
        }

        if (own is not null)
        {
            yield return own;
        }
    }
}
