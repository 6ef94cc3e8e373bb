using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Canonical;

/// <summary>Normalises one text for a canonical text: NFC, white space collapsed, invisible break hints removed.</summary>
public static class CanonicalLine
{
    /// <summary>
    /// Removes U+00AD, U+200B, U+2060 and U+FEFF, composes (NFC), collapses every run of white space to one space, and trims. Joiners and bidi marks stay: they
    /// are spelling.
    /// </summary>
    /// <remarks>Removing comes first, so that normalising twice gives the same line.</remarks>
    public static string Normalize(string text)
    {
        var kept = text.AsSpan().IndexOfAny("\u00AD\u200B\u2060\uFEFF") < 0
            ? text
            : string.Concat(text.Where(character => !IsDropped(character)));
        var composed = Composed(kept);
        if (IsFolded(composed))
        {
            return composed;
        }

        var line = new StringBuilder(composed.Length);
        var space = false;
        foreach (var character in composed)
        {
            if (IsSpace(character))
            {
                space = true;
                continue;
            }

            if (space && line.Length > 0)
            {
                line.Append(' ');
            }

            space = false;
            line.Append(character);
        }

        return line.ToString();
    }

    /// <summary>The text in NFC. Most Latin text is in NFC already, which is checked here because ICU is slow.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static string Composed(string text)
    {
        // Nothing below U+0300, and none of these punctuation marks, is changed by NFC or composed with what precedes it.
        var rest = text.AsSpan();
        while (rest.IndexOfAnyExceptInRange('\0', '\u02FF') is var index and >= 0)
        {
            if (rest[index] is < '\u2010' or > '\u2027')
            {
                return text.Normalize(NormalizationForm.FormC);
            }

            rest = rest[(index + 1)..];
        }

        return text;
    }

    /// <summary>The first unassigned code point, as <c>U+0378</c>; such text has no stable composed form and cannot be sealed.</summary>
    public static string? FirstUnassigned(string text)
    {
        // Everything below this is assigned, and most text is entirely below it.
        for (var index = Math.Max(text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF'), 0); index < text.Length; index++)
        {
            if (text[index] <= '\u02FF')
            {
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
            {
                var value = char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index];
                return $"U+{value:X4}";
            }

            index += char.IsSurrogatePair(text, index) ? 1 : 0;
        }

        return null;
    }

    // Most lines need no change. A character above U+009F ends this check, since it may be another space.
    private static bool IsFolded(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && text.AsSpan().IndexOfAnyExceptInRange(' ', '\u009F') < 0 && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>A character that allows or forbids a line break.</summary>
    internal static bool IsDropped(char character) => character is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    internal static bool IsSpace(char character) => character
        is '\t' or '\n' or '\r' or ' ' or '\u00A0' or (>= '\u2000' and <= '\u200A')
        or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';
}
