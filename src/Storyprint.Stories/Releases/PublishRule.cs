using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>Publish: the first revision of a story. Whether it needed approval is the workflow's question, asked before.</summary>
public static class PublishRule
{
    /// <param name="expected">The revision the release was made against: none.</param>
    /// <param name="at">The instant of release.</param>
    public static ReleaseDecision Decide(StoryState state, StoryContent draft, RevisionNumber? expected, DateTimeOffset at)
    {
        var order = ReleaseGrounds.OfOrder(state, expected, at);
        if (AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. order]);
        }

        // Notes come only with releases of their own: nothing can have been corrected before it was published.
        var content = draft with { Corrections = [] };
        return ReleaseDecision.Unless([.. order, .. ReleaseGrounds.OfDraft(content)], () => new NewRevision
        {
            Number = RevisionNumber.First,
            Kind = ReleaseKind.Publish,
            Status = StoryStatus.Published,
            Content = content,
            ReleasedAt = at,
            PublishedAt = at,
            UpdatedAt = null,
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
