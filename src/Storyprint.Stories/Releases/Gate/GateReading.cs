namespace Storyprint.Stories.Releases.Gate;

/// <summary>What the gate found between two revisions.</summary>
/// <param name="Findings">Every changed word, those that are free among them; at most <see cref="HonestGate.Most"/>.</param>
public sealed record GateReading(IReadOnlyList<GateFinding> Findings)
{
    /// <summary>What readers must be told of in a note.</summary>
    public IReadOnlyList<GateFinding> Asked => field ??= [.. Findings.Where(finding => !finding.IsFree)];

    /// <summary>Two readings as one.</summary>
    public GateReading With(GateReading other) => new([.. Findings.Union(other.Findings).OrderBy(finding => finding.IsFree).Take(HonestGate.Most)]);
}
