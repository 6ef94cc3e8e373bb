namespace Storyprint.Text.Spelling;

/// <summary>A machine without dictionaries: no correction of spelling is recognised.</summary>
public sealed class NoDictionaries : ISpellingDictionaries
{
    public static NoDictionaries Instance { get; } = new();

    public bool? Knows(string language, string word) => null;
}
