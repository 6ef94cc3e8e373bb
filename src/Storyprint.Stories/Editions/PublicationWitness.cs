namespace Storyprint.Stories.Editions;

/// <summary>An independent witness of the log, as its operator describes it.</summary>
public sealed record PublicationWitness
{
    /// <summary>A short name without spaces, for the policy and for people.</summary>
    public required string Name { get; init; }

    /// <summary>Its verifier key: <c>NAME+ID+KEY</c>.</summary>
    public required string Vkey { get; init; }

    /// <summary>The prefix before <c>/add-checkpoint</c>.</summary>
    public required string Url { get; init; }
}
