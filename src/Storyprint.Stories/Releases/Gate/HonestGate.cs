using Storyprint.Text.Differences;
using Storyprint.Text.Harmless;
using Storyprint.Text.Spelling;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// Says what a release changes. An edit is free only when a rule of the closed list of <see cref="HarmlessRule"/> proves it harmless; everything else
/// asks for a note. What a needless note costs is one sentence.
/// </summary>
public static class HonestGate
{
    /// <summary>More are not listed: by then the editor knows.</summary>
    public const int Most = 50;

    /// <summary>
    /// What content changes in a story as it stands: every word since its newest revision, and what asks for a note since the newest revision that had one,
    /// so that no change drifts through in steps.
    /// </summary>
    public static GateReading Compare(StoryState state, StoryContent content, ISpellingDictionaries? dictionaries = null)
    {
        var found = Compare(state.PublishedContent, content, dictionaries);
        return state.LastNotedContent is { } noted ? found.With(new GateReading(Compare(noted, content, dictionaries).Asked)) : found;
    }

    /// <param name="before">The newest revision that told readers something.</param>
    /// <param name="after">What is to be released.</param>
    public static GateReading Compare(StoryContent before, StoryContent after, ISpellingDictionaries? dictionaries = null)
    {
        var spelling = dictionaries ?? NoDictionaries.Instance;
        var findings = Headline(before, after, spelling)
            .Concat(Lines(before, after, spelling))
            .Concat(PlacesOfStory.Changes(before, after))
            .Distinct();
        return new GateReading([.. findings.OrderBy(finding => finding.IsFree).Take(Most)]);
    }

    private static IEnumerable<GateFinding> Headline(StoryContent before, StoryContent after, ISpellingDictionaries dictionaries)
    {
        if (before.Headline == after.Headline)
        {
            return [];
        }

        var comparison = TextComparison.Of([new("headline", before.Headline)], [new("headline", after.Headline)], after.Language);
        return comparison.Alterations > 0
            ? [new GateFinding(GateFindingKind.Headline, before.Headline.Trim(), after.Headline.Trim())]
            : Findings(comparison, after.Language, dictionaries);
    }

    private static IEnumerable<GateFinding> Lines(StoryContent before, StoryContent after, ISpellingDictionaries dictionaries)
    {
        var (old, now) = ParagraphBreaks.Levelled(GateLines.Of(before), GateLines.Of(after));
        return Findings(TextComparison.Of(old, now, after.Language), after.Language, dictionaries);
    }

    private static IEnumerable<GateFinding> Findings(TextComparison comparison, string language, ISpellingDictionaries dictionaries)
    {
        var changes = new ChangedLines(new HarmlessRules(comparison, language, dictionaries));
        return changes.Findings(comparison.Paragraphs);
    }
}
