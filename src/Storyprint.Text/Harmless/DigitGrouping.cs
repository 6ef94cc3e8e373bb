using Storyprint.Text.Languages;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: thousands separators are added or removed, where the language uses that separator and every group has three digits. In English 12,000 is 12000, but
/// 1.500 is not 1500.
/// </summary>
internal static class DigitGrouping
{
    private const string NoBreakSpaces = "\u00A0\u202F\u2009";

    /// <param name="word">With ASCII digits.</param>
    public static string Without(string word, Language language)
    {
        if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var plain = word.Replace('٫', '.');
        foreach (var mark in language.Grouping)
        {
            if (Ungrouped(plain, mark) is { } number)
            {
                return number;
            }
        }

        // A no-break space that is not a separator is a space.
        return plain.AsSpan().IndexOfAny(NoBreakSpaces) < 0 ? plain : string.Concat(plain.Select(each => NoBreakSpaces.Contains(each, StringComparison.Ordinal) ? ' ' : each));
    }

    private static string? Ungrouped(string word, char mark)
    {
        var first = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (first is < 1 or > 3 || word[first] != mark || word[0] == '0')
        {
            return null;
        }

        var end = first;
        while (end < word.Length && word[end] == mark && IsGroup(word, end + 1))
        {
            end += 4;
        }

        // After the last group comes the fraction or a letter; another separator there means another kind of number.
        return end == first || (end < word.Length && word[end] == mark) ? null : word[..end].Replace(mark.ToString(), "", StringComparison.Ordinal) + word[end..];
    }

    private static bool IsGroup(string word, int start) =>
        start + 3 <= word.Length && word.AsSpan(start, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (start + 3 == word.Length || !char.IsAsciiDigit(word[start + 3]));
}
