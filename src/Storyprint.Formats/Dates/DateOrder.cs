using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Dates;

/// <summary>Which number comes first in a date such as 03/04/2024.</summary>
public enum DateOrder
{
    /// <summary>Nobody said; such a date is asked about.</summary>
    Unsaid,

    /// <summary>3 April 2024.</summary>
    DayFirst,

    /// <summary>4 March 2024.</summary>
    MonthFirst,
}

/// <summary>What a language says of the order. English without a country says nothing: the two halves of its writers differ.</summary>
internal static class DateOrderOfLanguage
{
    public static DateOrder Of(Edition edition)
    {
        try
        {
            var pattern = CultureInfo.GetCultureInfo(edition.Language).DateTimeFormat.ShortDatePattern.TrimStart('\u200F', '\u200E');
            return edition.Language.Equals("en", StringComparison.OrdinalIgnoreCase) ? DateOrder.Unsaid
                : pattern.StartsWith('d') ? DateOrder.DayFirst
                : pattern.StartsWith('M') ? DateOrder.MonthFirst
                : DateOrder.Unsaid;
        }
        catch (CultureNotFoundException)
        {
            // Safe: a date that could be two is asked about.
            return DateOrder.Unsaid;
        }
    }
}
