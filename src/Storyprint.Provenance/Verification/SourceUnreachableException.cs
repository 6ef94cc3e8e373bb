namespace Storyprint.Provenance.Verification;

/// <summary>Something could not be fetched, for a reason that says nothing about the log: a network, a full server, a disk.</summary>
public sealed class SourceUnreachableException(string message, Exception? cause = null) : Exception(message, cause);
