using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Entries;

/// <summary>
/// One entry of the log: ASCII lines that say what happened, and never a headline, name or slug. A closed family:
/// <see cref="RevisionEntry"/>, <see cref="KeyEntry"/>, and <see cref="UnknownEntry"/> for what later versions will log.
/// </summary>
public abstract record LogEntry
{
    private protected LogEntry()
    {
    }

    /// <summary>The time that the entry bears; null in one of a kind that is not known.</summary>
    public abstract DateTimeOffset? Time { get; }

    /// <summary>The entry, to the byte, as it is hashed and put into bundles.</summary>
    public abstract byte[] ToBytes();

    /// <summary>The entry's hash in the tree.</summary>
    public Sha256Hash LeafHash() => MerkleHashing.Leaf(ToBytes());

    /// <summary>
    /// Reads an entry. A kind that is not known is no error; a known kind is read strictly, so that
    /// <see cref="ToBytes"/> gives the same bytes again.
    /// </summary>
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

        (entry, reason) = (new UnknownEntry(bytes), null);
        return true;
    }

    // With CR as well: an entry of ours with the wrong line ends is a damaged entry, not an unknown one.
    private static bool IsKind(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> kind) =>
        bytes.StartsWith(kind) && (bytes.Length == kind.Length || bytes[kind.Length] is (byte)'\n' or (byte)'\r');
}
