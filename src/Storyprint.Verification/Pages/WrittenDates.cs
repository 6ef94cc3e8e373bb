using System.Globalization;
using AngleSharp.Dom;
using Storyprint.Provenance.Served;

namespace Storyprint.Verification.Pages;

/// <summary>Whether the dates that readers see are those that the page names for programs.</summary>
internal sealed class WrittenDates(InterfaceEdition edition)
{
    private static readonly Calendar Gregorian = new GregorianCalendar();
    private static readonly Calendar Jalali = new PersianCalendar();

    /// <summary>The instant of a <c>time</c> element; null where it has none, or says another in words.</summary>
    public DateTimeOffset? Read(IElement time) =>
        DateTimeOffset.TryParseExact(time.GetAttribute("datetime"), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && Says(at, WordSequence.Of(time.TextContent))
            ? at
            : null;

    /// <summary>Whether words name an instant, as it is called at its offset, and no other.</summary>
    public bool Says(DateTimeOffset at, ReadOnlySpan<string> words)
    {
        if (at.DateTime < Jalali.MinSupportedDateTime)
        {
            return false;
        }

        var calendar = edition.IsJalali ? Jalali : Gregorian;
        int[] date = [calendar.GetDayOfMonth(at.DateTime), calendar.GetYear(at.DateTime)];
        int[] others = [at.Hour, at.Minute, Math.Abs(at.Offset.Hours), Math.Abs(at.Offset.Minutes), .. Numbers(edition.Words.SelectMany(WordSequence.Of))];
        var numbers = Numbers(words.ToArray()).ToList();
        return date.All(numbers.Contains) && numbers.All(number => date.Contains(number) || others.Contains(number))
            && WordSequence.IndexOf(words, WordSequence.Of(edition.Months[calendar.GetMonth(at.DateTime) - 1])) >= 0;
    }

    private static IEnumerable<int> Numbers(IEnumerable<string> words) => words.Where(WordSequence.IsSmallNumber).Select(word => int.Parse(word, CultureInfo.InvariantCulture));
}
