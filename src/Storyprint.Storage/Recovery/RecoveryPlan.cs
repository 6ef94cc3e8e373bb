using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Storage.Log;

namespace Storyprint.Storage.Recovery;

/// <summary>What a database that was set back lacks, read from a copy of the log that has been audited and begins with the database's own entries.</summary>
/// <param name="Before">The head of the database when the copy was compared with it; null where it has no log.</param>
/// <param name="Checkpoint">The copy's checkpoint: it becomes the head, to the byte.</param>
/// <param name="Entries">The entries from the head on, in order, without gaps.</param>
public sealed record RecoveryPlan(LogHead? Before, SignedCheckpoint Checkpoint, IReadOnlyList<MissingEntry> Entries);

/// <summary>An entry that the database lacks.</summary>
/// <param name="Bytes">The entry, to the byte.</param>
/// <param name="Text">The revision's text where it could be had and is what the entry commits to.</param>
public sealed record MissingEntry(long Index, byte[] Bytes, LogEntry Entry, MissingText? Text);

/// <param name="Canonical">The canonical text.</param>
/// <param name="Salt">16 bytes.</param>
public sealed record MissingText(string Canonical, byte[] Salt);
