using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>A <c>witness</c> line.</summary>
/// <param name="Name">A name within the policy; not the key's name.</param>
/// <param name="Key">A key of type <see cref="NoteAlgorithm.Cosignature"/>.</param>
/// <param name="Url">The prefix that checkpoints are submitted to, where the policy says it.</param>
public sealed record PolicyWitness(string Name, VerifierKey Key, string? Url);
