using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for correcting a note: its words change, its date and position do not, and no note is ever removed.</summary>
public static class CorrectNoteRule
{
    /// <param name="position">Which note, from 0 for the newest.</param>
    /// <param name="words">The corrected words. Of a retraction's note only <see cref="NoteWords.Text"/> is used.</param>
    /// <param name="expected">The revision that the editor saw.</param>
    /// <param name="at">The instant of the release.</param>
    public static ReleaseDecision Decide(StoryState state, int position, NoteWords words, RevisionNumber? expected, DateTimeOffset at)
    {
        List<ReleaseRefusal> refusals = [.. SharedRefusals.OfOrder(state, expected, at)];
        if (state.Status != StoryStatus.Retracted && SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. refusals]);
        }

        var before = state.PublishedContent;
        if (position < 0 || position >= before.Corrections.Count)
        {
            return new ReleaseDecision.Refused([.. refusals, new ReleaseRefusal.NoSuchNote(position)]);
        }

        var old = before.Corrections[position];
        var corrected = Corrected(old, words, at);
        refusals.AddRange(old.Kind == NoteKind.Retraction ? OfReason(words.Text) : words.Refusals());
        refusals.AddRange(SharedRefusals.OfNote(words.Text, words.Said, words.Says, words.FoundBy));
        if (corrected with { CorrectedAt = old.CorrectedAt } == old)
        {
            refusals.Add(new ReleaseRefusal.NothingChanged());
        }

        var content = before with { Corrections = [.. before.Corrections.Take(position), corrected, .. before.Corrections.Skip(position + 1)] };
        return ReleaseDecision.Unless(refusals, () => state.Next(ReleaseKind.Correction, state.Status, content, at));
    }

    private static CorrectionNote Corrected(CorrectionNote old, NoteWords words, DateTimeOffset at) => old.Kind == NoteKind.Retraction
        ? old with { Text = words.Text.Trim(), CorrectedAt = at }
        : words.NoteAt(old.At) with { CorrectedAt = at };

    private static IEnumerable<ReleaseRefusal> OfReason(string text) => string.IsNullOrWhiteSpace(text) ? [new ReleaseRefusal.NoReason()] : [];
}
