namespace Storyprint.Text.Spelling;

/// <summary>The spelling dictionaries of the machine: Hunspell's, or none.</summary>
public interface ISpellingDictionaries
{
    /// <summary>Whether the language's dictionary has a word; null where the machine has no such dictionary.</summary>
    /// <param name="language">BCP 47 tag.</param>
    bool? Knows(string language, string word);
}
