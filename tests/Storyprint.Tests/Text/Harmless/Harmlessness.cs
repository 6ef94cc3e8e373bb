using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Spelling;

namespace Storyprint.Tests.Text.Harmless;

/// <summary>Asks the gate about one paragraph, and says what it found.</summary>
internal static class Harmlessness
{
    public static bool IsFree(string language, string before, string after, ISpellingDictionaries? dictionaries = null) =>
        Findings(language, before, after, dictionaries).Count == 0;

    public static IReadOnlyList<GateFinding> Findings(string language, string before, string after, ISpellingDictionaries? dictionaries = null) =>
        HonestGate.Compare(Story(language, before), Story(language, after), dictionaries).Asked;

    /// <summary>A story of one paragraph a line; other lines stand around it, so that it is no story of one word.</summary>
    public static StoryContent Story(string language, string text) => new()
    {
        Language = language,
        Headline = "Harbour",
        Section = "city",
        Body = [.. text.Split('\n').Select(line => new Paragraph(RichText.From(line)))],
    };
}
