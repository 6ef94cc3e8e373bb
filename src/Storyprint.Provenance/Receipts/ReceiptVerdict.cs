using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Receipts;

/// <summary>What a receipt proves about an entry.</summary>
public abstract record ReceiptVerdict
{
    private ReceiptVerdict()
    {
    }

    /// <summary>The entry is in the log at the receipt's index.</summary>
    /// <param name="Checkpoint">The verdict on the checkpoint: the log, and the witnesses that cosigned.</param>
    public sealed record Holds(PolicyVerdict.Satisfied Checkpoint) : ReceiptVerdict;

    /// <summary>The checkpoint does not count, so nothing is proved.</summary>
    public sealed record CheckpointRefused(PolicyVerdict Because) : ReceiptVerdict;

    /// <summary>The checkpoint is good, but the proof does not lead to it from this entry.</summary>
    public sealed record NotIncluded : ReceiptVerdict;
}
