using System.Globalization;
using System.Text;

namespace Storyprint.Text.Folding;

/// <summary>A folded word of a text with its position in the original.</summary>
/// <param name="Form">The folded form; never empty.</param>
/// <param name="Start">UTF-16 offset in the original text.</param>
/// <param name="Length">UTF-16 length in the original text.</param>
public readonly record struct FoldedWord(string Form, int Start, int Length)
{
    private const char Zwnj = '\u200C';

    /// <summary>The words of a text in order. Each character of a script without spaces is a word, and a word hyphenated over a line end is one word.</summary>
    public static IEnumerable<FoldedWord> Of(string text)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (!IsWordStart(text, index, out var alone))
            {
                index += char.IsSurrogatePair(text, index) ? 2 : 1;
                continue;
            }

            var start = index;
            index = alone ? index + RuneLength(text, index) : EndOfWord(text, index);
            var form = Fold.Of(Joined(text[start..index]));
            if (form.Length > 0)
            {
                yield return new FoldedWord(form, start, index - start);
            }
        }
    }

    /// <summary>The parts of words with a zero-width non-joiner, so that "کتاب ها" finds "کتاب‌ها".</summary>
    public static IEnumerable<string> SplitForms(string text) =>
        text.Contains(Zwnj, StringComparison.Ordinal)
            ? Of(text.Replace(Zwnj, ' ')).Select(word => word.Form)
            : [];

    private static int EndOfWord(string text, int index)
    {
        while (index < text.Length)
        {
            if (char.IsAsciiLetterOrDigit(text[index]))
            {
                index++;
            }
            else if (text[index] == ' ')
            {
                break;
            }
            else if (IsInsideWord(text, index))
            {
                index += RuneLength(text, index);
            }
            else if (BrokenLine(text, index) is var next and > 0)
            {
                index = next;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    // "har-⏎bour": the index after the line end, or 0 where no word is hyphenated.
    private static int BrokenLine(string text, int index)
    {
        if (text[index] is not ('-' or '\u2010'))
        {
            return 0;
        }

        var next = index + 1;
        if (next < text.Length && text[next] == '\r')
        {
            next++;
        }

        if (next >= text.Length || text[next] != '\n')
        {
            return 0;
        }

        return next + 1 < text.Length && char.IsLower(text[next + 1]) ? next + 1 : 0;
    }

    private static string Joined(string word) =>
        word.AsSpan().IndexOfAny('\n', '\u2010', '-') < 0 ? word : string.Concat(word.Where(c => c is not ('-' or '\u2010' or '\r' or '\n')));

    private static bool IsWordStart(string text, int index, out bool alone)
    {
        alone = false;
        if (text[index] < 0x80)
        {
            return char.IsAsciiLetterOrDigit(text[index]);
        }

        if (!Rune.TryGetRuneAt(text, index, out var rune) || !Rune.IsLetterOrDigit(rune))
        {
            return false;
        }

        alone = IsWrittenWithoutSpaces(rune.Value);
        return true;
    }

    private static bool IsInsideWord(string text, int index)
    {
        if (!Rune.TryGetRuneAt(text, index, out var rune))
        {
            return false;
        }

        return (Rune.IsLetterOrDigit(rune) && !IsWrittenWithoutSpaces(rune.Value))
            || rune.Value is Zwnj or 0x200D or 0x0640 or 0x00AD or 0x2060
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static int RuneLength(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    // Han, kana, Thai, Lao, Khmer, Myanmar.
    internal static bool IsWrittenWithoutSpaces(int value) => value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
