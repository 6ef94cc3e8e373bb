namespace Storyprint.Text.Harmless;

/// <summary>Rule: an apostrophe inside a word is one mark, straight or curved.</summary>
internal static class Apostrophes
{
    public static string Straightened(string word) => word.Replace('’', '\'').Replace('ʼ', '\'').Replace('‘', '\'').Replace('ʻ', '\'');
}
