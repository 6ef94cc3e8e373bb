using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>The rule for a withdrawal for legal reasons. Only the kind of reason and the date remain, and it is final.</summary>
public static class WithdrawRule
{
    /// <param name="expected">The revision that the editor saw.</param>
    /// <param name="at">The instant of the release, which is the date shown to readers.</param>
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
