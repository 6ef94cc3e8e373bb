using Storyprint.Storage.Releases;

namespace Storyprint.Storage.Audit;

/// <summary>One entry of the record: who did what, by which means, when, to what, from which state to which.</summary>
public sealed record AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Act { get; init; }

    public required string Actor { get; init; }

    public string? PersonId { get; init; }

    public required ReleaseMeans Means { get; init; }

    public string? NetworkAddress { get; init; }

    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Reason { get; init; }

    /// <summary>The chain's digest up to and with this entry (<see cref="AuditChain"/>).</summary>
    public required string Digest { get; init; }
}
