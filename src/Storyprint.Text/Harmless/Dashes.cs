namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: a dash that parts words is one mark, hyphen between spaces or long dash; so is a hyphen that joins two letters. The two are not
/// each other (re-signed), and beside a digit every dash may be a minus or a range and stays what it is.
/// </summary>
internal static class Dashes
{
    // Keys that no dash is written as: beside a digit a dash keeps its own.
    public const string Parting = "⸺";

    public const string Joining = "‐";

    /// <summary>What the dash between these characters is compared as; null where it is no dash that has two shapes.</summary>
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
