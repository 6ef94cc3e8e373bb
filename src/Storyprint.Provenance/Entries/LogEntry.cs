using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Entries;

/// <summary>
/// An entry of the log: ASCII lines that say what happened, and never a headline, name or slug. A closed family: <see cref="RevisionEntry"/>, <see
/// cref="KeyEntry"/>, <see cref="RecordEntry"/>, and <see cref="UnknownEntry"/> for entries of later versions.
/// </summary>
public abstract record LogEntry
{
    private protected LogEntry()
    {
    }

    /// <summary>The time of the entry; null for an unknown type.</summary>
    public abstract DateTimeOffset? Time { get; }

    /// <summary>The entry's bytes, as hashed and bundled.</summary>
    public abstract byte[] ToBytes();

    /// <summary>The entry's hash in the tree.</summary>
    public Sha256Hash LeafHash() => MerkleHashing.Leaf(ToBytes());

    /// <summary>Parses an entry. An unknown type is no error; a known one is parsed strictly, so that <see cref="ToBytes"/> gives the same bytes again.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LogEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        if (bytes.Length > EntryBundle.MaxEntryLength)
        {
            reason = $"An entry has at most {EntryBundle.MaxEntryLength} bytes.";
            return false;
        }

        if (IsKind(bytes, RevisionEntry.Kind))
        {
            var read = RevisionEntry.TryRead(bytes, out var revision, out reason);
            entry = revision;
            return read;
        }

        if (IsKind(bytes, KeyEntry.Kind))
        {
            var read = KeyEntry.TryRead(bytes, out var key, out reason);
            entry = key;
            return read;
        }

        if (IsKind(bytes, RecordEntry.Kind))
        {
            var read = RecordEntry.TryRead(bytes, out var record, out reason);
            entry = record;
            return read;
        }

        (entry, reason) = (new UnknownEntry(bytes), null);
        return true;
    }

    // Also with CR: an entry of ours with wrong line ends is damaged, not unknown.
    private static bool IsKind(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> kind) =>
        bytes.StartsWith(kind) && (bytes.Length == kind.Length || bytes[kind.Length] is (byte)'\n' or (byte)'\r');
}
