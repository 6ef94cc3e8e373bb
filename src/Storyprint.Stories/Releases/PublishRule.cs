using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for publishing: the first revision of a story, or the next one after texts were lost. Approval is checked by the workflow before.</summary>
public static class PublishRule
{
    /// <param name="expected">The revision the draft was made from: null, except for a story whose newest texts were lost.</param>
    /// <param name="at">The instant of the release.</param>
    /// <param name="isAsImported">Whether it is an archive's story that an import scheduled: nobody chose a section for those that it published at once either.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, RevisionNumber? expected, DateTimeOffset at, bool isAsImported = false)
    {
        var order = SharedRefusals.OfOrder(state, expected, at);
        if (AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. order]);
        }

        // Notes are added only by releases of their own: nothing can have been corrected before publication. Where a story's newest texts were lost, its draft
        // contains notes that readers have seen, and they stay.
        var content = state.Current is null ? draft with { Corrections = [] } : draft;
        return ReleaseDecision.Unless([.. order, .. SharedRefusals.OfDraft(content).Where(refusal => !isAsImported || refusal is not (ReleaseRefusal.NoSection or ReleaseRefusal.PictureWithoutAlt or ReleaseRefusal.MediaWithoutTranscript or ReleaseRefusal.DocumentWithoutTitle or ReleaseRefusal.Placeholder))], () => new NewRevision
        {
            Number = state.Current?.Number.Next ?? RevisionNumber.First,
            Kind = ReleaseKind.Publish,
            Status = StoryStatus.Published,
            Content = content,
            ReleasedAt = at,
            PublishedAt = state.Current is null ? at : state.FirstPublishedAt,
            UpdatedAt = state.Current is null ? null : at,
        });
    }

    private static ReleaseRefusal? AgainstStatus(StoryStatus status) => status switch
    {
        StoryStatus.Published => new ReleaseRefusal.AlreadyPublished(),
        StoryStatus.Retracted => new ReleaseRefusal.AlreadyRetracted(),
        StoryStatus.Withdrawn => new ReleaseRefusal.AlreadyWithdrawn(),
        _ => null,
    };
}
