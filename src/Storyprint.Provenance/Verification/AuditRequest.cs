using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Verification;

/// <summary>What is known before an audit.</summary>
public sealed record AuditRequest
{
    /// <summary>The log's key. Its name is the log's origin.</summary>
    public required VerifierKey Log { get; init; }

    /// <summary>The policy on cosignatures; null requires none.</summary>
    public TrustPolicy? Policy { get; init; }

    /// <summary>
    /// The signed checkpoint of the last good audit. With it a rollback or a rewritten history is noticed; without it an audit only shows that the log is
    /// consistent in itself.
    /// </summary>
    public byte[]? Known { get; init; }

    /// <summary>The key that signed <see cref="Known"/>, where the log has changed its key since; null where it is <see cref="Log"/>.</summary>
    public VerifierKey? KnownLog { get; init; }

    /// <summary>How many bundles are read in parallel; no more are in memory.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>The audit stops after this many findings.</summary>
    public int FindingLimit { get; init; } = 100;

    /// <summary>Called with the entries of each readable bundle, in order, never concurrently; the first argument is the index of the first.</summary>
    public Action<long, IReadOnlyList<ReadOnlyMemory<byte>>>? EntriesRead { get; init; }
}

/// <summary>The progress of an audit.</summary>
/// <param name="Entries">Entries read so far.</param>
/// <param name="Size">The size of the checkpoint.</param>
public readonly record struct AuditProgress(long Entries, long Size);
