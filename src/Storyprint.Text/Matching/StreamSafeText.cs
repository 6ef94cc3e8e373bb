using System.Globalization;
using System.Text;

namespace Storyprint.Text.Matching;

/// <summary>
/// Unicode's Stream-Safe Text Format (UAX #15): at most 30 marks follow a letter. A machine needs the square of their number to normalise them, and no language
/// has as many; those above are dropped, as are halves of surrogate pairs.
/// </summary>
public static class StreamSafeText
{
    private const int MaxMarks = 30;

    public static string Of(string text)
    {
        var (marks, kept) = (0, default(StringBuilder));
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            marks = isWhole && IsMark(rune) ? marks + 1 : 0;
            if (!isWhole || marks > MaxMarks)
            {
                kept ??= new StringBuilder(text, 0, index, text.Length);
            }
            else
            {
                kept?.Append(text, index, length);
            }

            index += length;
        }

        return kept?.ToString() ?? text;
    }

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
