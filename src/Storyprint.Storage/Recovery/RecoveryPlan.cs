using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Recovery;

/// <summary>What a database that was set back is missing, read from a copy of the log that was audited and begins with the database's own entries.</summary>
/// <param name="Before">The database's head when it was compared with the copy; null where it has no log.</param>
/// <param name="Checkpoint">The copy's checkpoint, which becomes the head unchanged.</param>
/// <param name="Entries">The entries after the head, in order, without gaps.</param>
public sealed record RecoveryPlan(LogHead? Before, SignedCheckpoint Checkpoint, IReadOnlyList<MissingEntry> Entries);

/// <summary>A missing entry.</summary>
/// <param name="Bytes">The entry, to the byte.</param>
/// <param name="Text">The revision's text where it is available and matches the entry's commitment.</param>
public sealed record MissingEntry(long Index, byte[] Bytes, LogEntry Entry, MissingText? Text);

/// <param name="Canonical">The canonical text.</param>
/// <param name="Salt">16 bytes.</param>
public sealed record MissingText(string Canonical, byte[] Salt);
