using Storyprint.Text.Languages;

namespace Storyprint.Text.Harmless;

/// <summary>Rule: the two spellings of a word in the language's file are the same: cafe and café in English.</summary>
internal static class SpellingVariants
{
    public static string Of(string word, Language language)
    {
        if (language.Spellings.Count == 0 || word.Length == 0)
        {
            return word;
        }

        if (language.Spellings.TryGetValue(word, out var other))
        {
            return other;
        }

        return char.IsUpper(word[0]) && language.Spellings.TryGetValue(char.ToLowerInvariant(word[0]) + word[1..], out other)
            ? char.ToUpperInvariant(other[0]) + other[1..]
            : word;
    }
}
