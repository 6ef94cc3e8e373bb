using System.Globalization;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: quotation marks of all shapes are one pair, opening and closing. Which of the two a mark is follows from its neighbours first and its shape second, so
/// that what is quoted stays quoted. After a digit, 5' and 5" are measures and differ.
/// </summary>
internal sealed class QuotationMarks
{
    public const char Opening = '“';
    public const char Closing = '”';

    private int open;
    private int last = -1;
    private bool lastOpened;

    /// <summary>The comparison key of a mark; null where it is not a quotation mark. To be called for each mark of a paragraph in order.</summary>
    public string? Of(string text, int start, int length)
    {
        if (length != 1 || !IsQuote(text[start]))
        {
            return null;
        }

        var family = IsSingle(text[start]) ? "'" : "\"";
        if (start > 0 && char.IsDigit(text[start - 1]))
        {
            return open > 0 ? Closed(start) + family : family;
        }

        return Opens(text, start) ? Opened(start) : Closed(start);
    }

    public static bool IsQuotation(string spelling) => spelling.Length > 0 && spelling[0] is Opening or Closing;

    private string Opened(int start)
    {
        (open, last, lastOpened) = (open + 1, start, true);
        return "“";
    }

    private string Closed(int start)
    {
        (open, last, lastOpened) = (Math.Max(open - 1, 0), start, false);
        return "”";
    }

    private bool Opens(string text, int start)
    {
        var isAfterSpace = start == 0 || IsEdge(text[start - 1], UnicodeCategory.OpenPunctuation) || (last == start - 1 && lastOpened);
        var isBeforeSpace = start + 1 == text.Length || IsEdge(text[start + 1], UnicodeCategory.ClosePunctuation)
            || text[start + 1] is '.' or ',' or ';' or ':' or '!' or '?' or '،' or '؛' or '؟' or '。' or '…';
        return isAfterSpace != isBeforeSpace ? isAfterSpace
            : text[start] switch
            {
                '“' or '«' or '‘' or '„' or '‚' or '‹' or '「' or '『' or '〝' => true,
                '"' or '\'' or '`' or '＂' or '＇' => open == 0,
                _ => false,
            };
    }

    private static bool IsEdge(char character, UnicodeCategory bracket) => char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is var category && (category == bracket || category == UnicodeCategory.DashPunctuation);

    private static bool IsSingle(char character) => character is '\'' or '‘' or '’' or '‚' or '‛' or '‹' or '›' or '`' or '＇';

    private static bool IsQuote(char character) => character is '"' or '\'' or '`' or '„' or '‚' or '＂' or '＇'
        or (>= '\u300C' and <= '\u300F') or (>= '\u301D' and <= '\u301F')
        || (char.GetUnicodeCategory(character) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            && character is < '\u2E00' or > '\u2E7F');
}
