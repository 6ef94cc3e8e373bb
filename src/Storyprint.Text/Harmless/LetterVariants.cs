using System.Globalization;
using System.Text;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Harmless;

/// <summary>
/// Rule: variants of a letter are the same. Presentation forms and ligatures, full-width forms, tatweel, digits of another script, and the variants in the
/// language's file, such as ی and ي in Persian. Diacritics are never dropped: far, får and fár are three words.
/// </summary>
internal static class LetterVariants
{
    private const int Tatweel = 0x0640;

    /// <param name="word">Composed (NFC).</param>
    public static string Of(string word, Language language)
    {
        var letters = new StringBuilder(word.Length);
        var index = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            index += rune.Utf16SequenceLength;
            if (rune.Value != Tatweel || letters.Length == 0 || index == word.Length || !char.IsLetter(word[index]))
            {
                Append(letters, rune, language);
            }
        }

        return Ending(letters.ToString(), language);
    }

    private static void Append(StringBuilder letters, Rune rune, Language language)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            letters.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (IsPresentationForm(rune.Value))
        {
            foreach (var plain in rune.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            {
                AppendLetter(letters, plain, language);
            }
        }
        else
        {
            AppendLetter(letters, rune, language);
        }
    }

    private static void AppendLetter(StringBuilder letters, Rune rune, Language language)
    {
        if (language.Variants.TryGetValue(rune.Value, out var letter))
        {
            letters.Append(letter);
        }
        else
        {
            letters.Append(rune);
        }
    }

    private static string Ending(string word, Language language)
    {
        foreach (var (from, to) in language.Endings)
        {
            if (word.Length > from.Length && word.EndsWith(from, StringComparison.Ordinal))
            {
                return word[..^from.Length] + to;
            }
        }

        return word;
    }

    // Latin, Armenian, Hebrew and Arabic ligatures and positional forms, and full-width Latin letters.
    private static bool IsPresentationForm(int value) => value
        is (>= 0xFB00 and <= 0xFB4F) or (>= 0xFB50 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFDFB) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A);
}
