namespace Storyprint.Text.Spelling;

/// <summary>The dictionaries of the machine: those of Hunspell, or none.</summary>
public interface ISpellingDictionaries
{
    /// <summary>Whether the language's dictionary knows a word; null where the machine has no dictionary of the language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    bool? Knows(string language, string word);
}
