using System.Globalization;
using System.Text;

namespace Storyprint.Text.Folding;

/// <summary>
/// Folds the spellings of a word to one form, for search and matching, never for a seal: letter case, diacritics, Arabic and Persian letter variants, digits of
/// all scripts, joiners, presentation forms.
/// </summary>
public static class Fold
{
    /// <summary>The folded form of a word or text; separate words stay separate.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return IsPlain(text) ? text : text.ToLowerInvariant().Replace('`', '\'');
        }

        // Lower case once more: what was decomposed may be a capital again, as those of İ, ℡ and 𝐀 are.
        var decomposed = text.ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var folded = new StringBuilder(decomposed.Length);
        foreach (var character in decomposed)
        {
            if (!IsDropped(character))
            {
                Append(folded, character);
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    // The common case: nothing to fold.
    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDropped(char character) => character switch
    {
        '\u0640' or '\u00AD' or '\uFEFF' or '\u2060' => true,
        (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        >= '\uFE00' and <= '\uFE0F' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark && !IsLetterMark(character),
    };

    // Indic, Thai, Lao, Tibetan, Myanmar and Khmer vowels are combining marks in Unicode and letters to their readers.
    private static bool IsLetterMark(char character) =>
        character is (>= '\u0900' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    private static void Append(StringBuilder folded, char character)
    {
        switch (character)
        {
            case 'ي' or 'ى':
                folded.Append('ی');
                break;
            case 'ك':
                folded.Append('ک');
                break;
            case 'ة' or 'ە' or 'ہ' or 'ھ':
                folded.Append('ه');
                break;
            case 'ٱ':
                folded.Append('ا');
                break;
            case 'ß':
                folded.Append("ss");
                break;
            case 'ς':
                folded.Append('σ');
                break;
            case 'ı':
                folded.Append('i');
                break;
            // Fonts draw the apostrophe and the letters ʼ and ʻ with one shape, so that a PDF may name either.
            case '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '`':
                folded.Append('\'');
                break;
            case '\u201C' or '\u201D' or '«' or '»':
                folded.Append('"');
                break;
            case '\u2013' or '\u2014' or '\u2212':
                folded.Append('-');
                break;
            default:
                var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
                folded.Append(digit >= 0 ? (char)('0' + digit) : character);
                break;
        }
    }
}
