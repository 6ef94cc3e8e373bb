using Storyprint.Provenance.Checkpoints;

namespace Storyprint.Provenance.Witnesses;

/// <summary>Whether a checkpoint counts under a policy.</summary>
public abstract record PolicyVerdict
{
    private PolicyVerdict()
    {
    }

    /// <summary>It counts.</summary>
    /// <param name="Log">The log that signed.</param>
    /// <param name="SeenBy">The names of the witnesses that cosigned.</param>
    public sealed record Satisfied(PolicyLog Log, IReadOnlyList<string> SeenBy) : PolicyVerdict;

    /// <summary>A known log signed it, but too few witnesses saw it.</summary>
    public sealed record QuorumMissing(PolicyLog Log, IReadOnlyList<string> SeenBy) : PolicyVerdict;

    /// <summary>No log of the policy signed it, or a signature is wrong.</summary>
    public sealed record NotTrusted(CheckpointVerdict Because) : PolicyVerdict;
}
