using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Spelling;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for an update. The gate decides whether a message to readers is required.</summary>
public static class UpdateRule
{
    /// <param name="note">The message to readers; may be omitted only when the gate finds nothing.</param>
    /// <param name="expected">The revision the draft was made from.</param>
    /// <param name="at">The instant of the release.</param>
    /// <param name="dictionaries">Without them no correction of spelling is recognised.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, ReleaseNote? note, RevisionNumber? expected, DateTimeOffset at, ISpellingDictionaries? dictionaries = null)
    {
        List<ReleaseRefusal> refusals = [.. SharedRefusals.OfOrder(state, expected, at)];
        if (SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. refusals]);
        }

        var before = state.PublishedContent;
        var content = draft with { Corrections = before.Corrections };
        var said = string.IsNullOrWhiteSpace(note?.Text) ? null : new ReleaseNote(note.Text.Trim());

        // Against a revision the editor has not seen, findings would include somebody else's changes.
        var found = state.Current?.Number == expected ? HonestGate.Compare(state, content, dictionaries) : new GateReading([]);
        if (found.Asked.Count > 0 && said is null)
        {
            refusals.Add(new ReleaseRefusal.NoteNeeded(found.Asked));
        }

        if (StoryJson.Write(before) == StoryJson.Write(content))
        {
            refusals.Add(new ReleaseRefusal.NothingChanged());
        }

        refusals.AddRange(SharedRefusals.OfDraft(content, before));
        refusals.AddRange(SharedRefusals.OfNote(said?.Text));
        return ReleaseDecision.Unless(refusals, () =>
            state.Next(ReleaseKind.Update, StoryStatus.Published, content, at) with { Note = said, Findings = found.Findings });
    }
}
