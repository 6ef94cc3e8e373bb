namespace Storyprint.Provenance.Witnesses;

/// <summary>A <c>group</c> line: it has seen a checkpoint when enough of its members have.</summary>
/// <param name="Name">A name within the policy.</param>
/// <param name="Threshold">1 up to the number of members.</param>
/// <param name="Members">Witnesses and groups of earlier lines.</param>
public sealed record PolicyGroup(string Name, int Threshold, IReadOnlyList<string> Members);
