using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>Retract: the newsroom no longer stands by the story. Its text stays, marked, with the reason above its other notes.</summary>
/// <remarks>The draft is not asked for and its blockers do not count: a bad story must be retractable as it stands.</remarks>
public static class RetractRule
{
    /// <param name="reason">The sentence readers see; it becomes a note, and so part of the sealed text.</param>
    /// <param name="expected">The revision that was on the editor's screen.</param>
    /// <param name="at">The instant of release.</param>
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
