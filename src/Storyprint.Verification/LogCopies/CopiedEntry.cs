using Storyprint.Provenance.Entries;

namespace Storyprint.Verification.LogCopies;

/// <summary>An entry that a copy of a log has.</summary>
/// <param name="Index">Its place in the log, from 0.</param>
/// <param name="Bytes">As it was hashed.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Text">The revision's text; null where the copy has none, or it was not read.</param>
public sealed record CopiedEntry(long Index, byte[] Bytes, LogEntry Entry, CopiedText? Text);

/// <summary>A text that belongs to its entry: the entry's commitment opens with it.</summary>
/// <param name="Canonical">The canonical text.</param>
/// <param name="Salt">The salt of its commitment.</param>
public sealed record CopiedText(string Canonical, byte[] Salt);
