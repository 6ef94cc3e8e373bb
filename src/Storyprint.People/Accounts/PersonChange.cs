using Storyprint.Stories.Workflow;

namespace Storyprint.People.Accounts;

/// <summary>What a person is to be from now on.</summary>
public sealed record PersonChange
{
    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public required string Language { get; init; }

    public required Role Role { get; init; }

    public IReadOnlyList<Grant> Grants { get; init; } = [];

    public IReadOnlyList<string> Desks { get; init; } = [];
}

/// <summary>What came of changing a person.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    public sealed record Changed(Person Person) : ChangeOutcome;

    public sealed record NoSuchPerson : ChangeOutcome;

    /// <summary>Only an administrator may do that.</summary>
    public sealed record NotAllowed : ChangeOutcome;

    /// <summary>Nobody could administer the newsroom afterwards.</summary>
    public sealed record LastAdministrator : ChangeOutcome;

    public sealed record WrongName(NameFault Fault) : ChangeOutcome;
}
