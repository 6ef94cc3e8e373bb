namespace Storyprint.Newsroom.Spelling;

/// <summary>Which words of a text no dictionary knows: the machine's, and the words of the house.</summary>
public sealed class SpellingCheck(HunspellDictionaries dictionaries)
{
    private const char NonJoiner = '\u200c';

    /// <returns>The words that are not known; null where the machine has no dictionary of the language.</returns>
    /// <param name="house">Words that the house spells so, in any language.</param>
    public IReadOnlyList<string>? Unknown(string language, IEnumerable<string> words, IReadOnlySet<string> house)
    {
        var unknown = new List<string>();
        foreach (var word in words)
        {
            if (house.Contains(word) || house.Contains(word.ToLowerInvariant()))
            {
                continue;
            }

            switch (Knows(language, word))
            {
                case null:
                    return null;
                case false:
                    unknown.Add(word);
                    break;
            }
        }

        return unknown;
    }

    // Dictionaries of Persian lack what is written with a half space: it is looked up without, and part by part.
    private bool? Knows(string language, string word) => dictionaries.Knows(language, word) is not false and var known ? known
        : word.Contains(NonJoiner, StringComparison.Ordinal)
            && (dictionaries.Knows(language, word.Replace(NonJoiner.ToString(), string.Empty, StringComparison.Ordinal)) is true || word.Split(NonJoiner).All(part => part.Length < 3 || dictionaries.Knows(language, part) is true));
}
