using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Spelling;

namespace Storyprint.Stories.Releases;

/// <summary>Correct: something was wrong and is right now, and a note says so for ever.</summary>
/// <remarks>The text itself may be the same: a note can follow an error that an update has already taken out.</remarks>
public static class CorrectRule
{
    /// <param name="expected">The revision the draft was made from.</param>
    /// <param name="at">The instant of release, and the date of the note.</param>
    /// <param name="dictionaries">Without them no spelling is known to be mended.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, NoteWords note, RevisionNumber? expected, DateTimeOffset at, ISpellingDictionaries? dictionaries = null)
    {
        var order = SharedRefusals.OfOrder(state, expected, at);
        if (SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. order]);
        }

        var before = state.PublishedContent;
        var content = draft with { Corrections = [note.NoteAt(at), .. before.Corrections] };
        return ReleaseDecision.Unless([.. order, .. note.Refusals(), .. SharedRefusals.OfDraft(content)], () =>
            state.Next(ReleaseKind.Correction, StoryStatus.Published, content, at) with { Findings = HonestGate.Compare(state, content, dictionaries).Findings });
    }
}
