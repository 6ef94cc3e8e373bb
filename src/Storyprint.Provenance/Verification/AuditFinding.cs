using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Verification;

/// <summary>A finding of an audit. The sentence is for the person who has to act.</summary>
public abstract record AuditFinding
{
    private AuditFinding()
    {
    }

    /// <summary>What was found, in one sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>There is no checkpoint.</summary>
    public sealed record CheckpointMissing : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => "The log has no checkpoint.";
    }

    /// <summary>The checkpoint is malformed.</summary>
    public sealed record CheckpointUnreadable(string Reason) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"The checkpoint cannot be read: {Reason}";
    }

    /// <summary>The checkpoint is not signed by the log; nothing else was checked.</summary>
    public sealed record CheckpointNotTrusted(CheckpointVerdict Because) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => Because switch
        {
            CheckpointVerdict.OtherLog other => $"The checkpoint is one of another log, {other.Origin}.",
            CheckpointVerdict.WrongSignature wrong => $"The signature of {wrong.Key.Name} on the checkpoint is wrong.",
            _ => "The log's key did not sign the checkpoint.",
        };
    }

    /// <summary>The checkpoint does not meet the policy.</summary>
    public sealed record PolicyNotMet(PolicyVerdict Because) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => Because is PolicyVerdict.QuorumMissing missing
            ? $"Too few witnesses saw the checkpoint: {missing.SeenBy.Count} of those that the policy names."
            : "The policy does not know this log.";
    }

    /// <summary>The checkpoint kept from the last audit cannot be used, so neither rollback nor fork would be noticed.</summary>
    public sealed record KnownStateUnusable(string Reason) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"The checkpoint kept from the last audit cannot be used: {Reason}";
    }

    /// <summary>A tile or bundle that the size requires is not served.</summary>
    public sealed record TileMissing(TilePath Path) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"{Path} is missing.";
    }

    /// <summary>A tile or bundle could not be fetched. That is no damage, but nothing is proved about it.</summary>
    public sealed record NotRead(TilePath Path, string Reason) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"{Path} could not be read: {Reason}";
    }

    /// <summary>An entry bundle is malformed.</summary>
    public sealed record BundleDamaged(TilePath Path, string Reason) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"{Path} is damaged: {Reason}";
    }

    /// <summary>A tile is not what the entries hash to. On level 0 the tile or one of its 256 entries was changed.</summary>
    public sealed record TileDiffers(TilePath Path) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"{Path} is not what the entries hash to.";
    }

    /// <summary>The entries are not those that the log signed.</summary>
    public sealed record RootDiffers(Sha256Hash Signed, Sha256Hash Computed) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"The entries hash to {Computed}, but the log signed {Signed}.";
    }

    /// <summary>The log is smaller than before: a stale copy, or a log that was set back.</summary>
    public sealed record RolledBack(SignedCheckpoint Known, SignedCheckpoint Current) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence => $"The log shrank from {Known.Body.Size} to {Current.Body.Size} entries.";
    }

    /// <summary>
    /// The log signed two histories. Both checkpoints together prove it to everybody, whoever holds the key: keep them.
    /// </summary>
    public sealed record Forked(SignedCheckpoint Known, SignedCheckpoint Current) : AuditFinding
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"The log of {Current.Body.Size} entries does not extend the one of {Known.Body.Size} that it signed before. Keep both checkpoints as evidence.";
    }
}
