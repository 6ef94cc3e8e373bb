using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Verification;

/// <summary>What an auditor knows before the audit.</summary>
public sealed record AuditRequest
{
    /// <summary>The log's key. Its name is the log's origin.</summary>
    public required VerifierKey Log { get; init; }

    /// <summary>Which cosignatures the checkpoint must have; null where none are asked for.</summary>
    public TrustPolicy? Policy { get; init; }

    /// <summary>
    /// The signed checkpoint that the last good audit ended with. With it a rollback or a rewritten history is noticed;
    /// without it an audit only says that the log agrees with itself.
    /// </summary>
    public byte[]? Known { get; init; }

    /// <summary>The key that signed <see cref="Known"/>, where the log has changed its key since; null where it is <see cref="Log"/>.</summary>
    public VerifierKey? KnownLog { get; init; }

    /// <summary>How many bundles are read at the same time; no more are in memory.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>The audit stops reading after this many findings: a log that is wrong everywhere is wrong.</summary>
    public int FindingLimit { get; init; } = 100;

    /// <summary>Called with the entries of each readable bundle, in order, never twice at once; the first argument is the index of the first.</summary>
    public Action<long, IReadOnlyList<ReadOnlyMemory<byte>>>? EntriesRead { get; init; }
}

/// <summary>How far an audit is.</summary>
/// <param name="Entries">Entries read so far.</param>
/// <param name="Size">Entries that the checkpoint speaks of.</param>
public readonly record struct AuditProgress(long Entries, long Size);
