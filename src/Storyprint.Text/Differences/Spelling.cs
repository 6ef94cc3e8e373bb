using System.Globalization;
using System.Text;
using Storyprint.Text.Folding;

namespace Storyprint.Text.Differences;

/// <summary>
/// The form in which two tokens are compared: equal spellings differ at most in typography.
/// <see cref="Fold"/> with letter case kept, and without what would change a meaning unseen: 10² is not 102.
/// </summary>
internal static class Spelling
{
    public const string Quote = "\"";

    public static string OfWord(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        if (!IsWellFormed(word))
        {
            return word;
        }

        var spelling = new StringBuilder(word.Length);
        foreach (var rune in word.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            Append(spelling, rune);
        }

        return spelling.ToString();
    }

    /// <param name="afterDigit">5' and 5" are measures there, not quotation marks.</param>
    public static string OfMark(string mark, bool afterDigit)
    {
        if (!afterDigit && mark.Length == 1 && IsQuote(mark[0]))
        {
            return Quote;
        }

        return OfWord(mark);
    }

    private static void Append(StringBuilder spelling, Rune rune)
    {
        if (KeptAsWritten.Contains(rune))
        {
            spelling.Append(rune);
            return;
        }

        var folded = Fold.Of(rune.ToString());
        spelling.Append(Rune.IsUpper(rune) ? folded.ToUpperInvariant() : folded);
    }

    private static bool IsQuote(char character) => character is '"' or '\'' or '`' or '„' or '‚' or '＂' or '＇'
        or (>= '\u300C' and <= '\u300F') or (>= '\u301D' and <= '\u301F')
        || (char.GetUnicodeCategory(character) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            && character is < '\u2E00' or > '\u2E7F');

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, index))
            {
                return false;
            }

            index++;
        }

        // Normalisation refuses noncharacters too.
        return !text.AsSpan().ContainsAnyInRange('\uFDD0', '\uFDEF') && text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0;
    }
}
