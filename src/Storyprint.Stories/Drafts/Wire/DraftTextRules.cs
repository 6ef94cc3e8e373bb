using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Drafts.Wire;

/// <summary>Which words a text of a draft may hold.</summary>
internal static class DraftTextRules
{
    /// <summary>What is wrong with some words, or null.</summary>
    public static string? Problem(string words)
    {
        if (Ascii.IsValid(words) && words.AsSpan().IndexOfAnyInRange('\0', '\t') < 0 && words.AsSpan().IndexOfAnyInRange('\v', '\x1F') < 0 && !words.Contains('\x7F', StringComparison.Ordinal))
        {
            return null;
        }

        var marks = 0;
        for (var index = 0; index < words.Length; index++)
        {
            var letter = words[index];
            if (letter is not ('\n' or '\t') && char.IsControl(letter))
            {
                return string.Create(CultureInfo.InvariantCulture, $"There is a control character, U+{(int)letter:X4}.");
            }

            if (letter == DraftText.ChoiceSign || letter is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF')
            {
                return string.Create(CultureInfo.InvariantCulture, $"There is a character that stands for nothing, U+{(int)letter:X4}.");
            }

            var category = CharUnicodeInfo.GetUnicodeCategory(words, index);
            if (char.IsSurrogate(letter) && !char.IsSurrogatePair(words, index))
            {
                return "There is half a character.";
            }

            index += char.IsSurrogate(letter) ? 1 : 0;
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > DraftLimits.CombiningMarks)
            {
                return $"More than {DraftLimits.CombiningMarks} marks stand on one letter.";
            }
        }

        return null;
    }
}
