namespace Storyprint.Stories.Releases.Gate;

/// <summary>The findings of the gate between two revisions.</summary>
/// <param name="Findings">Every changed word, including harmless ones; at most <see cref="HonestGate.MaxFindings"/>.</param>
public sealed record GateReading(IReadOnlyList<GateFinding> Findings)
{
    /// <summary>The findings that require a note.</summary>
    public IReadOnlyList<GateFinding> Asked => field ??= [.. Findings.Where(finding => !finding.IsFree)];

    /// <summary>Combines two readings.</summary>
    public GateReading With(GateReading other) => new([.. Findings.Union(other.Findings).OrderBy(finding => finding.IsFree).Take(HonestGate.MaxFindings)]);
}
