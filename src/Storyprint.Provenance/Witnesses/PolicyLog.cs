using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>A <c>log</c> line: a log whose checkpoints count.</summary>
/// <param name="Key">Its name is the log's origin.</param>
/// <param name="Url">Where the log is served, where the policy says it.</param>
public sealed record PolicyLog(VerifierKey Key, string? Url);
