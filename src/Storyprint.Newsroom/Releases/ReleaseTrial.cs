using Storyprint.Newsroom.Spelling;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Newsroom.Releases;

/// <summary>What a release of a draft would change and what would be refused, by the very rules that decide on it. Nothing is released.</summary>
public sealed class ReleaseTrial(HunspellDictionaries dictionaries, TimeProvider clock)
{
    // A note that is there: what is refused then is refused whatever it says.
    private static readonly ReleaseNote SomeNote = new("…");

    /// <summary>What changes since the newest revision, first what needs a word to readers; none for a story without one.</summary>
    public IReadOnlyList<GateFinding> Findings(StoryForRelease story) => story is { Draft.Content: { } draft, State.Content: { } published }
        ? HonestGate.Compare(story.State, draft with { Corrections = published.Corrections }, dictionaries).Findings
        : [];

    /// <summary>Why the draft could not be released now, whatever note it bears.</summary>
    public IReadOnlyList<ReleaseRefusal> Refusals(StoryForRelease story) => Decide(story) is ReleaseDecision.Refused(var refusals) ? refusals : [];

    private ReleaseDecision? Decide(StoryForRelease story) => story.Draft is not { } draft ? null
        : story.State.Status == StoryStatus.Published ? UpdateRule.Decide(story.State, draft.Content, SomeNote, draft.Base, clock.GetUtcNow(), dictionaries)
        : PublishRule.Decide(story.State, draft.Content, draft.Base, clock.GetUtcNow());
}
