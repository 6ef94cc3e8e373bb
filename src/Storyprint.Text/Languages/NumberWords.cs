using System.Collections.Frozen;

namespace Storyprint.Text.Languages;

/// <summary>Recognises numbers written as words, including sequences where the language joins them.</summary>
internal sealed class NumberWords(LanguageFile file, Language language)
{
    private readonly FrozenSet<string> words = language.Keys(file.Numbers);
    private readonly FrozenSet<string> links = language.Keys(file.NumberLinks);
    private readonly int longest = language.Keys(file.Numbers).Concat(language.Keys(file.NumberLinks)).Select(word => word.Length).DefaultIfEmpty().Max();

    /// <param name="key">The key of a word, in lower case.</param>
    public bool Contains(string key) => words.Contains(key) || (file.JoinsNumbers && key.Length > 4 && IsRow(key, 0, hasNumber: false));

    private bool IsRow(string key, int start, bool hasNumber)
    {
        if (start == key.Length)
        {
            return hasNumber;
        }

        for (var length = Math.Min(longest, key.Length - start); length > 1; length--)
        {
            var part = key.Substring(start, length);
            if ((words.Contains(part) || links.Contains(part)) && IsRow(key, start + length, hasNumber || words.Contains(part)))
            {
                return true;
            }
        }

        return false;
    }
}
