using Storyprint.Provenance.Checkpoints;

namespace Storyprint.Provenance.Verification;

/// <summary>The result of an audit.</summary>
public sealed record AuditReport
{
    /// <summary>The findings; empty for a good log.</summary>
    public required IReadOnlyList<AuditFinding> Findings { get; init; }

    /// <summary>The checkpoint, once it is verified. Keep it for the next audit when the log is good.</summary>
    public SignedCheckpoint? Checkpoint { get; init; }

    /// <summary>The number of entries read and hashed.</summary>
    public long Entries { get; init; }

    /// <summary>The number of tiles compared with what the entries hash to.</summary>
    public long Tiles { get; init; }

    /// <summary>Whether the audit stopped early at the limit of findings.</summary>
    public bool StoppedEarly { get; init; }

    /// <summary>Fingerprints by which the entries are recognised when they are read again; null where some could not be read, or are not those that the log signed.</summary>
    public EntryFingerprints? Outline { get; init; }

    /// <summary>Whether every entry, tile, signature and the known state agree.</summary>
    public bool IsGood => Findings.Count == 0;
}
