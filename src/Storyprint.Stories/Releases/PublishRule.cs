using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>Publish: the first revision of a story, or the one after texts that were lost. Whether it needed approval is the workflow's question, asked before.</summary>
public static class PublishRule
{
    /// <param name="expected">The revision the release was made against: none, but for a story whose newest texts were lost.</param>
    /// <param name="at">The instant of release.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, RevisionNumber? expected, DateTimeOffset at)
    {
        var order = SharedRefusals.OfOrder(state, expected, at);
        if (AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. order]);
        }

        // Notes come only with releases of their own: nothing can have been corrected before it was published. Of a story whose newest texts
        // were lost, the draft holds the notes that readers have seen, and they stay.
        var content = state.Current is null ? draft with { Corrections = [] } : draft;
        return ReleaseDecision.Unless([.. order, .. SharedRefusals.OfDraft(content)], () => new NewRevision
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
