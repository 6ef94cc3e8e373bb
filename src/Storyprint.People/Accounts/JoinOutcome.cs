namespace Storyprint.People.Accounts;

/// <summary>What came of opening a one-time link and filling in its form.</summary>
public abstract record JoinOutcome
{
    private JoinOutcome()
    {
    }

    public sealed record Joined(Person Person, IReadOnlyList<string> RecoveryCodes) : JoinOutcome;

    /// <summary>The link was used, has expired or was revoked.</summary>
    public sealed record LinkDoesNotWork : JoinOutcome;

    public sealed record WrongUserName(NameFault Fault) : JoinOutcome;

    public sealed record WrongDisplayName(NameFault Fault) : JoinOutcome;
}
