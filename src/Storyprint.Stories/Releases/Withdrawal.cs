namespace Storyprint.Stories.Releases;

/// <summary>What readers still learn of a withdrawn story: the kind of reason, and when.</summary>
public sealed record Withdrawal(WithdrawalReason Reason, DateTimeOffset At);

/// <summary>The kind of legal reason; the particulars are not public.</summary>
public enum WithdrawalReason
{
    CourtOrder = 1,
    PersonalRights = 2,
    Copyright = 3,
    Other = 4,
}
