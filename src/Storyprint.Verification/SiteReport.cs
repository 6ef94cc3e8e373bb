using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification;

/// <summary>What a check read and found; what it did not come to is null.</summary>
internal sealed class SiteReport
{
    public required string Site { get; init; }

    public required string StatePath { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    public required Findings Findings { get; init; }

    public required bool LogOnly { get; init; }

    public TrustedKeys? Trust { get; set; }

    public CheckLog? Log { get; set; }

    public AuditReport? Audit { get; set; }

    public CheckRevisions? Revisions { get; set; }

    public CheckReceipts? Receipts { get; set; }

    public CheckReaders? Readers { get; set; }

    public CheckPages? Pages => Readers?.Pages;

    public int ExitCode => VerifyExitCode.From(Findings);

    /// <summary>The witnesses of the policy that saw the checkpoint, and when.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset At)> Witnesses =>
        Trust is { Policy: { } policy } trust && Audit?.Checkpoint?.Verify(trust.Log, trust.Witnesses) is CheckpointVerdict.Trusted trusted
            ? [.. trusted.Cosignatures.Select(line => (policy.Witnesses.First(witness => witness.Key.Equals(line.Witness)).Name, DateTimeOffset.FromUnixTimeSeconds(Math.Min(line.Time, MaxSecond))))]
            : [];

    // The last second that DateTimeOffset knows: a witness may write any number.
    private const long MaxSecond = 253_402_300_799;
}
