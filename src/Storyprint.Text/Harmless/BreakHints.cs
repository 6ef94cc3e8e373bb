namespace Storyprint.Text.Harmless;

/// <summary>Rule: soft hyphens and other break hints between two letters are ignored. Beside a digit they may be visible, and count.</summary>
internal static class BreakHints
{
    public static string Without(string word)
    {
        if (word.AsSpan().IndexOfAny("\u00AD\u2060\uFEFF") < 0)
        {
            return word;
        }

        return string.Concat(word.Where((character, index) => !IsHint(character) || !IsBetweenLetters(word, index)));
    }

    private static bool IsHint(char character) => character is '\u00AD' or '\u2060' or '\uFEFF';

    private static bool IsBetweenLetters(string word, int index) =>
        index > 0 && index + 1 < word.Length && IsLetter(word[index - 1]) && IsLetter(word[index + 1]);

    private static bool IsLetter(char character) => char.IsLetter(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
