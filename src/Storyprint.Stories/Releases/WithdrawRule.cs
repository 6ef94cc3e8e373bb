using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>Withdraw: the law takes the story away. Only the kind of reason and the date stay, and it is final.</summary>
public static class WithdrawRule
{
    /// <param name="expected">The revision that was on the editor's screen.</param>
    /// <param name="at">The instant of release, and the date readers are told.</param>
    public static ReleaseDecision Decide(StoryState state, WithdrawalReason reason, RevisionNumber? expected, DateTimeOffset at)
    {
        List<ReleaseRefusal> refusals = [.. SharedRefusals.OfOrder(state, expected, at)];
        if (state.Status != StoryStatus.Retracted && SharedRefusals.AgainstStatus(state.Status) is { } status)
        {
            return new ReleaseDecision.Refused([status, .. refusals]);
        }

        return ReleaseDecision.Unless(refusals, () => new NewRevision
        {
            Number = state.PublishedRevision.Number.Next,
            Kind = ReleaseKind.Withdrawal,
            Status = StoryStatus.Withdrawn,
            Content = null,
            ReleasedAt = at,
            PublishedAt = state.FirstPublishedAt,
            UpdatedAt = state.UpdatedAt,
            Withdrawal = new Withdrawal(reason, at),
        });
    }
}
