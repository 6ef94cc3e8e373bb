using Storyprint.Text.Differences;
using Storyprint.Text.Harmless;
using Storyprint.Text.Spelling;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>
/// Determines what a release changes. An edit needs no note only if a rule of the closed list of <see cref="HarmlessRule"/> proves it harmless. An unnecessary
/// note costs one sentence.
/// </summary>
public static class HonestGate
{
    /// <summary>More are not listed: this many tell the editor enough.</summary>
    public const int MaxFindings = 50;

    /// <summary>
    /// The changes of new content: every word since the newest revision, and what requires a note since the newest revision that had one, so that no change
    /// passes in small steps.
    /// </summary>
    public static GateReading Compare(StoryState state, StoryContent content, ISpellingDictionaries? dictionaries = null)
    {
        var found = Compare(state.PublishedContent, content, dictionaries);
        return state.LastNotedContent is { } noted ? found.With(new GateReading(Compare(noted, content, dictionaries).Asked)) : found;
    }

    /// <param name="before">The newest revision with a note.</param>
    /// <param name="after">The content to be released.</param>
    public static GateReading Compare(StoryContent before, StoryContent after, ISpellingDictionaries? dictionaries = null)
    {
        var spelling = dictionaries ?? NoDictionaries.Instance;
        var findings = Headline(before, after, spelling)
            .Concat(Lines(before, after, spelling))
            .Concat(PlacesOfStory.Changes(before, after))
            .Distinct();
        return new GateReading([.. findings.OrderBy(finding => finding.IsFree).Take(MaxFindings)]);
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
