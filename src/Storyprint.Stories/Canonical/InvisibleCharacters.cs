using System.Buffers;
using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Finds invisible characters that change what readers see. Directional overrides and embeddings are never allowed; other invisible characters only where a
/// script or an emoji needs them. Line break hints are allowed, since no sealed text contains them.
/// </summary>
public static class InvisibleCharacters
{
    /// <summary>Their positions in a field, as UTF-16 offset and length, in order.</summary>
    /// <param name="isName">Whether the field is a headline or a name, which people search for and copy: no hint for breaking lines belongs there.</param>
    public static IReadOnlyList<(int Index, int Length)> In(string field, bool isName = false)
    {
        // Most fields contain only letters, digits and marks of the common scripts.
        if (!MayHold(field) && !(isName && field.AsSpan().ContainsAny(Hints)))
        {
            return [];
        }

        var found = new List<(int Index, int Length)>();
        var open = new Stack<int>();
        var hasRightToLeft = field.EnumerateRunes().Any(IsRightToLeft);
        for (var index = 0; index < field.Length;)
        {
            if (!Rune.TryGetRuneAt(field, index, out var rune))
            {
                // An unpaired surrogate is visible, and refused elsewhere as an unassigned code point.
                index++;
                continue;
            }

            var length = rune.Utf16SequenceLength;
            switch (rune.Value)
            {
                // Bidi embeddings end with their line, closed or not.
                case '\n' or 0x2029:
                    found.AddRange(open.Select(unclosed => (unclosed, 1)));
                    open.Clear();
                    break;
                case 0x2066 or 0x2067 or 0x2068:
                    open.Push(index);
                    break;
                case 0x2069 when open.Count > 0:
                    open.Pop();
                    break;
                case 0x200E or 0x200F or 0x061C when hasRightToLeft:
                    break;
                case 0x200B when IsUnspaced(Before(field, index)) && IsUnspaced(After(field, index + length)):
                    break;
                case 0x00AD or 0x200B or 0x2060 or 0xFEFF when isName:
                    found.Add((index, length));
                    break;
                case var value when IsInvisible(rune) && !IsNeeded(value, Before(field, index), After(field, index + length)):
                    found.Add((index, length));
                    break;
            }

            index += length;
        }

        found.AddRange(open.Select(unclosed => (unclosed, 1)));
        found.Sort();
        return found;
    }

    /// <summary>The name of a character: <c>U+202E</c>.</summary>
    public static string Name(string field, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{Rune.GetRuneAt(field, index).Value:X4}");

    private static readonly SearchValues<char> Hints = SearchValues.Create("\u00AD\u200B\u2060\uFEFF");

    private static bool MayHold(string field)
    {
        foreach (var character in field)
        {
            if (character is < ' ' and not ('\t' or '\n' or '\r') or (>= '\u007F' and <= '\u009F') or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
                or (>= '\u180B' and <= '\u180F') or (>= '\u200C' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F')
                or '\u2800' or '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFFA0' or (>= '\uFFF0' and <= '\uFFFB') || char.IsSurrogate(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) => rune.Value
        is < 0x20 and not ('\t' or '\n' or '\r') or (>= 0x7F and <= 0x9F) or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F)
        or (>= 0x200C and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2061 and <= 0x206F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsNeeded(int value, Rune? before, Rune? after) => value switch
    {
        // Joiners are spelling in cursive and stacking scripts, and combine emoji.
        0x200C => IsJoining(before) || IsJoining(after),
        0x200D => IsJoining(before) || IsJoining(after) || (IsEmojiPart(before) && IsEmojiPart(after)),
        0xFE0E or 0xFE0F => IsPicture(before) || (before is { Value: '#' or '*' or (>= '0' and <= '9') } && after?.Value == 0x20E3),
        >= 0xFE00 and <= 0xFE0D => IsIdeograph(before) || before is { Value: >= 0x1000 and <= 0x109F or >= 0xA840 and <= 0xA87F } || IsMathematical(before),
        >= 0xE0100 and <= 0xE01EF => IsIdeograph(before),

        // Flags of regions: a black flag, tags, and the cancel tag.
        >= 0xE0020 and <= 0xE007F => before is { Value: 0x1F3F4 or (>= 0xE0020 and <= 0xE007E) } && (value == 0xE007F || after is { Value: >= 0xE0020 and <= 0xE007F }),
        0x034F => before is { Value: >= 0x0591 and <= 0x05C7 } && after is { Value: >= 0x0591 and <= 0x05C7 },
        0x115F or 0x1160 => IsJamo(before) || IsJamo(after),
        0x17B4 or 0x17B5 => before is { Value: >= 0x1780 and <= 0x17FF },
        >= 0x180B and <= 0x180F => before is { Value: >= 0x1820 and <= 0x18AA },
        0x2800 => before is { Value: >= 0x2801 and <= 0x28FF } || after is { Value: >= 0x2801 and <= 0x28FF },
        _ => false,
    };

    private static Rune? Before(string text, int index)
    {
        if (index <= 0)
        {
            return null;
        }

        return Rune.TryGetRuneAt(text, index - (index > 1 && char.IsLowSurrogate(text[index - 1]) ? 2 : 1), out var rune) ? rune : null;
    }

    private static Rune? After(string text, int index) => index < text.Length && Rune.TryGetRuneAt(text, index, out var rune) ? rune : null;

    /// <summary>Whether a letter belongs to a script written from right to left.</summary>
    public static bool IsRightToLeft(Rune rune) => Rune.IsLetter(rune) && rune.Value
        is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    // Arabic to N'Ko, the Indic scripts, Tibetan, Myanmar, Khmer, Mongolian, and their newer blocks.
    private static bool IsJoining(Rune? rune) => rune is { } letter && Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && letter.Value is (>= 0x0610 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x0F00 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0x1A20 and <= 0x1BFF)
            or (>= 0xA800 and <= 0xA8FF) or (>= 0xA980 and <= 0xAA5F) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10A00 and <= 0x10FFF)
            or (>= 0x11000 and <= 0x11FFF) or (>= 0x1E900 and <= 0x1E95F);

    // Thai, Lao, Burmese and Khmer are written without spaces, and U+200B parts their words.
    private static bool IsUnspaced(Rune? rune) => rune is { Value: (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) };

    private static bool IsPicture(Rune? rune) => rune is { } sign && (Rune.GetUnicodeCategory(sign)
            is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol || sign.Value is 0x203C or 0x2049 or 0x2139 or 0x3030 or 0x303D);

    private static bool IsEmojiPart(Rune? rune) => IsPicture(rune) || rune is { Value: 0xFE0F };

    private static bool IsMathematical(Rune? rune) => rune is { } sign && Rune.GetUnicodeCategory(sign) == UnicodeCategory.MathSymbol;

    private static bool IsJamo(Rune? rune) => rune is { Value: (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xD7B0 and <= 0xD7FF) };

    private static bool IsIdeograph(Rune? rune) => rune is { Value: (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3000 and <= 0x303F) };
}
