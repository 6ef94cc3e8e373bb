using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Checkpoints;

/// <summary>What a checkpoint is worth to somebody who knows the log's key.</summary>
public abstract record CheckpointVerdict
{
    private CheckpointVerdict()
    {
    }

    /// <summary>The log signed it; these known witnesses saw it.</summary>
    public sealed record Trusted(IReadOnlyList<Cosignature> Cosignatures) : CheckpointVerdict;

    /// <summary>It is a checkpoint of another log.</summary>
    public sealed record OtherLog(string Origin) : CheckpointVerdict;

    /// <summary>The log's key did not sign it.</summary>
    public sealed record NotSigned : CheckpointVerdict;

    /// <summary>A line claims to be by a known key, and is not that key's signature.</summary>
    public sealed record WrongSignature(VerifierKey Key) : CheckpointVerdict;
}
