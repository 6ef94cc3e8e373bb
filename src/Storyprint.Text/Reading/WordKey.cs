using System.Text;
using Storyprint.Text.Harmless;
using Storyprint.Text.Languages;

namespace Storyprint.Text.Reading;

/// <summary>The comparison key of a word: words with equal keys differ at most in what the harmless rules name. Letter case is kept.</summary>
internal static class WordKey
{
    public static string Of(string word, Language language)
    {
        if (Ascii.IsValid(word))
        {
            return SpellingVariants.Of(DigitGrouping.Without(word, language), language);
        }

        if (!IsWellFormed(word))
        {
            return word;
        }

        var letters = Apostrophes.Straightened(BreakHints.Without(word.Normalize(NormalizationForm.FormC)));
        var plain = LetterVariants.Of(letters, language);
        return SpellingVariants.Of(ZeroWidthNonJoiner.Without(DigitGrouping.Without(plain, language), language), language);
    }

    /// <summary>Unpaired surrogates and noncharacters cannot be normalised.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, index))
            {
                return false;
            }

            index++;
        }

        return !text.AsSpan().ContainsAnyInRange('\uFDD0', '\uFDEF') && text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0;
    }
}
