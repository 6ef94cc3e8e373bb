namespace Storyprint.Stories.Releases;

/// <summary>What remains public of a withdrawn story: the kind of reason, and when.</summary>
public sealed record Withdrawal(WithdrawalReason Reason, DateTimeOffset At);

/// <summary>The kind of legal reason; details are not public.</summary>
public enum WithdrawalReason
{
    CourtOrder = 1,
    PersonalRights = 2,
    Copyright = 3,
    Other = 4,
}
