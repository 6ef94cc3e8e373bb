using System.Text;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: a zero-width non-joiner may be added or removed where it has no effect (after a letter that does not join, at the end of a word), or where the
/// language's file says that both spellings are one word: کتاب‌ها and کتابها. Between other letters and beside digits it is significant.
/// </summary>
internal static class ZeroWidthNonJoiner
{
    private const char Zwnj = '\u200C';

    public static string Without(string word, Language language)
    {
        if (!word.Contains(Zwnj, StringComparison.Ordinal))
        {
            return word;
        }

        var parts = word.Split(Zwnj);
        var joined = new StringBuilder(parts[0]);
        for (var index = 1; index < parts.Length; index++)
        {
            var before = joined.ToString();
            var after = string.Concat(parts.Skip(index).TakeWhile((part, ahead) => ahead == 0 || part.Length == 0));
            if (!IsFree(before, after, language))
            {
                joined.Append(Zwnj);
            }

            joined.Append(parts[index]);
        }

        return joined.ToString();
    }

    private static bool IsFree(string before, string after, Language language) => before.Length > 0 && IsArabicLetter(before[^1])
        && (after.Length == 0 || (IsArabicLetter(after[0]) && (JoinsToNothing(before[^1]) || language.Joiners?.AreOneWord(LastPart(before), after) == true)));

    private static string LastPart(string word) => word[(word.LastIndexOf(Zwnj) + 1)..];

    private static bool IsArabicLetter(char character) => character is >= '\u0620' and <= '\u06D3' && char.IsLetter(character);

    private static bool JoinsToNothing(char letter) => letter is 'ا' or 'آ' or 'أ' or 'إ' or 'د' or 'ذ' or 'ر' or 'ز' or 'ژ' or 'و' or 'ؤ' or 'ء';
}
