using Storyprint.Text.Reading;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: any white space equals one space, and beside punctuation it may be added or removed. Not beside a sign or a dash, before a digit ("- 5" is not "-5",
/// "1, 5" is not "1,5"), or between two words, unless the language's file says that they are one word written apart.
/// </summary>
internal static class WhiteSpace
{
    private const string Closers = ",;:.!?…)]}،؛؟。、%٪‰” ";
    private const string Openers = "([{“¿¡";
    private const string Currencies = "$€£¥﷼";

    /// <summary>Whether a space between two neighbours is insignificant, at least one of which is a mark.</summary>
    public static bool IsFreeBetween(Token before, Token after, bool isBeforeDigit)
    {
        var (left, right) = (Mark(before), Mark(after));
        // The spacing of a dash between words is part of its comparison key; invisible characters have no sides.
        if (IsDash(left) || IsDash(right) || IsInvisible(left) || IsInvisible(right))
        {
            return true;
        }

        if (right.Length > 0 && Closers.Contains(right[0], StringComparison.Ordinal))
        {
            return !isBeforeDigit && (left.Length == 0 || IsPunctuation(left));
        }

        if (left.Length > 0 && Currencies.Contains(left[0], StringComparison.Ordinal))
        {
            return after.HasDigit;
        }

        if (left.Length > 0 && Openers.Contains(left[0], StringComparison.Ordinal))
        {
            return right.Length == 0 || IsPunctuation(right);
        }

        return left.Length > 0 && Closers.Contains(left[0], StringComparison.Ordinal)
            ? right.Length > 0 ? IsPunctuation(right) : !after.HasDigit
            : right.Length > 0 && Openers.Contains(right[0], StringComparison.Ordinal) && !before.HasDigit;
    }

    /// <summary>Whether a space between a mark and a number separates two numbers: "1, 5" is not "1,5".</summary>
    public static bool PartsNumbers(Token before, Token after) => before.Kind == TokenKind.Mark && before.Mark is "." or "," or ":" or "/" && after.HasDigit;

    private static bool IsDash(string mark) => mark is Dashes.Parting or Dashes.Joining;

    private static bool IsInvisible(string mark) => mark.Length == 1 && char.GetUnicodeCategory(mark[0]) == System.Globalization.UnicodeCategory.Format;

    private static string Mark(Token token) => token.Kind == TokenKind.Mark ? token.Mark : "";

    private static bool IsPunctuation(string mark) =>
        Closers.Contains(mark[0], StringComparison.Ordinal) || Openers.Contains(mark[0], StringComparison.Ordinal);
}
