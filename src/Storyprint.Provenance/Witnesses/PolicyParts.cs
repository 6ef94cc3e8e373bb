using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>A <c>log</c> line: a log whose checkpoints count.</summary>
/// <param name="Key">Its name is the log's origin.</param>
/// <param name="Url">Where the log is served, where the policy says it.</param>
public sealed record PolicyLog(VerifierKey Key, string? Url);

/// <summary>A <c>witness</c> line.</summary>
/// <param name="Name">A name within the policy; not the key's name.</param>
/// <param name="Key">A key of type <see cref="NoteAlgorithm.Cosignature"/>.</param>
/// <param name="Url">The prefix that checkpoints are submitted to, where the policy says it.</param>
public sealed record PolicyWitness(string Name, VerifierKey Key, string? Url);

/// <summary>A <c>group</c> line: it has seen a checkpoint when enough of its members have.</summary>
/// <param name="Name">A name within the policy.</param>
/// <param name="Threshold">1 up to the number of members.</param>
/// <param name="Members">Witnesses and groups of earlier lines.</param>
public sealed record PolicyGroup(string Name, int Threshold, IReadOnlyList<string> Members);

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
