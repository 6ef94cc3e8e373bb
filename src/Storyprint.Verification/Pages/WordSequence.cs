using System.Globalization;
using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>A text as the words that are compared: without white space, punctuation and direction marks, digits of every script as ASCII digits.</summary>
internal static class WordSequence
{
    public static string[] Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in CanonicalLine.Normalize(text).EnumerateRunes())
        {
            if (IsMark(rune) || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)))
            {
                continue;
            }

            if (IsBetween(rune))
            {
                End(words, word);
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
            {
                word.Append((int)Rune.GetNumericValue(rune));
            }
            else
            {
                word.Append(rune);
            }
        }

        End(words, word);
        return [.. words];
    }

    /// <summary>Whether a word is a number as dates, revisions and pages are counted; longer ones are codes, or something else.</summary>
    public static bool IsSmallNumber(string word) => word.Length is > 0 and <= 6 && word.All(char.IsAsciiDigit);

    /// <summary>The place of the words of one text in those of another, at or behind a place; -1 where they are not there.</summary>
    public static int IndexOf(ReadOnlySpan<string> words, ReadOnlySpan<string> sought, int from = 0)
    {
        var found = words[from..].IndexOf(sought);
        return found < 0 ? -1 : from + found;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsMark(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    // Of the symbols only those that the interface itself puts between words.
    private static bool IsBetween(Rune rune) => rune.Value is '<' or '>' or '+' or '=' or '|' or 0x2212 or 0x2192 || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
}
