using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Spelling;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for a correction: an error was fixed, and a permanent note says so.</summary>
/// <remarks>The text may be unchanged: a note can follow an error that an update has already removed.</remarks>
public static class CorrectRule
{
    /// <param name="expected">The revision the draft was made from.</param>
    /// <param name="at">The instant of the release, which is the date of the note.</param>
    /// <param name="dictionaries">Without them no correction of spelling is recognised.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, NoteWords note, RevisionNumber? expected, DateTimeOffset at, ISpellingDictionaries? dictionaries = null)
    {
        var order = SharedRefusals.OfOrder(state, expected, at);
        if (SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. order]);
        }

        var before = state.PublishedContent;
        var content = draft with { Corrections = [note.NoteAt(at), .. before.Corrections] };
        return ReleaseDecision.Unless([.. order, .. note.Refusals(), .. SharedRefusals.OfDraft(content, before)], () =>
            state.Next(ReleaseKind.Correction, StoryStatus.Published, content, at) with { Findings = HonestGate.Compare(state, content, dictionaries).Findings });
    }
}
