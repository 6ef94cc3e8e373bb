namespace Storyprint.Text.Spelling;

/// <summary>A machine without dictionaries: no spelling is known to be mended.</summary>
public sealed class NoDictionaries : ISpellingDictionaries
{
    public static NoDictionaries Instance { get; } = new();

    public bool? Knows(string language, string word) => null;
}
