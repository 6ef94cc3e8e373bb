using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Checkpoints;

/// <summary>The verdict on a checkpoint for somebody who knows the log's key.</summary>
public abstract record CheckpointVerdict
{
    private CheckpointVerdict()
    {
    }

    /// <summary>The log signed it, and these known witnesses cosigned it.</summary>
    public sealed record Trusted(IReadOnlyList<Cosignature> Cosignatures) : CheckpointVerdict;

    /// <summary>It is a checkpoint of another log.</summary>
    public sealed record OtherLog(string Origin) : CheckpointVerdict;

    /// <summary>The log's key did not sign it.</summary>
    public sealed record NotSigned : CheckpointVerdict;

    /// <summary>A signature line names a known key, and is not that key's signature.</summary>
    public sealed record WrongSignature(VerifierKey Key) : CheckpointVerdict;
}
