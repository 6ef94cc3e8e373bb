using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for a retraction: the text stays readable, marked, with the reason above its other notes.</summary>
/// <remarks>The draft and its problems do not matter: a bad story must be retractable as it is.</remarks>
public static class RetractRule
{
    /// <param name="reason">The sentence for readers; it becomes a note, and so part of the sealed text.</param>
    /// <param name="expected">The revision that the editor saw.</param>
    /// <param name="at">The instant of the release.</param>
    public static ReleaseDecision Decide(StoryState state, string reason, RevisionNumber? expected, DateTimeOffset at)
    {
        List<ReleaseRefusal> refusals = [.. SharedRefusals.OfOrder(state, expected, at)];
        if (SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. refusals]);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new ReleaseRefusal.NoReason());
        }

        refusals.AddRange(SharedRefusals.OfNote(reason));
        var before = state.PublishedContent;
        var content = before with { Corrections = [new CorrectionNote(reason.Trim(), at) { Kind = NoteKind.Retraction }, .. before.Corrections] };
        return ReleaseDecision.Unless(refusals, () => state.Next(ReleaseKind.Retraction, StoryStatus.Retracted, content, at));
    }
}
