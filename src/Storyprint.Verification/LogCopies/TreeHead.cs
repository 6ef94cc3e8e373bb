using Storyprint.Provenance.Merkle;

namespace Storyprint.Verification.LogCopies;

/// <summary>A log at one moment: how many entries it had, and their root.</summary>
public sealed record TreeHead(long Size, Sha256Hash Root);
