namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: a dash between words is one mark, whether a spaced hyphen or a long dash; so is a hyphen between two letters. The two are not the same (re-signed),
/// and beside a digit every dash may be a minus or a range and is compared as it is.
/// </summary>
internal static class Dashes
{
    // Comparison keys that are not dashes: beside a digit a dash is its own key.
    public const string Parting = "⸺";

    public const string Joining = "‐";

    /// <summary>The comparison key of a dash; null where it is not a dash with two shapes.</summary>
    public static string? Of(string text, int start, int length)
    {
        if (length != 1 || text[start] is not ('-' or (>= '\u2010' and <= '\u2015')))
        {
            return null;
        }

        var (before, after) = (start == 0 ? ' ' : text[start - 1], start + 1 == text.Length ? ' ' : text[start + 1]);
        var (isSpacedBefore, isSpacedAfter) = (char.IsWhiteSpace(before), char.IsWhiteSpace(after));
        if (IsDigit(text, start, -1) || IsDigit(text, start, +1))
        {
            return null;
        }

        return (isSpacedBefore && isSpacedAfter) || (!isSpacedBefore && !isSpacedAfter && text[start] is '—' or '―') ? Parting
            : char.IsLetter(before) && char.IsLetter(after) ? Joining
            : null;
    }

    // The nearest character that is no space.
    private static bool IsDigit(string text, int index, int step)
    {
        do
        {
            index += step;
        }
        while (index >= 0 && index < text.Length && char.IsWhiteSpace(text[index]));

        return index >= 0 && index < text.Length && (char.IsNumber(text[index]) || char.GetUnicodeCategory(text[index]) == System.Globalization.UnicodeCategory.CurrencySymbol);
    }
}
