using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Provenance.Tiles;

/// <summary>Encodes up to 256 entries, each after its length as a big-endian 16-bit number.</summary>
public static class EntryBundle
{
    /// <summary>The maximum size of an entry: 65,535 bytes.</summary>
    public const int MaxEntryLength = ushort.MaxValue;

    /// <summary>The bytes of a bundle.</summary>
    /// <exception cref="ArgumentException">There are no entries, more than 256, or one longer than 65,535 bytes.</exception>
    public static byte[] ToBytes(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count is 0 or > TilePath.FullWidth || entries.Any(entry => entry.Length > MaxEntryLength))
        {
            throw new ArgumentException("A bundle has 1 to 256 entries of at most 65,535 bytes.", nameof(entries));
        }

        var bytes = new byte[entries.Sum(entry => 2 + entry.Length)];
        var rest = bytes.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[2..]);
            rest = rest[(2 + entry.Length)..];
        }

        return bytes;
    }

    /// <summary>The entries of a bundle of <paramref name="width"/> entries: slices of the bytes given, not copies.</summary>
    /// <returns>False, with a reason, where an entry is truncated or bytes are left over.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> bytes,
        int width,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? entries,
        [NotNullWhen(false)] out string? reason)
    {
        var read = new ReadOnlyMemory<byte>[width];
        entries = null;
        for (var i = 0; i < width; i++)
        {
            var length = bytes.Length < 2 ? -1 : BinaryPrimitives.ReadUInt16BigEndian(bytes.Span);
            if (length < 0 || bytes.Length < 2 + length)
            {
                reason = $"The bundle ends inside entry {i}.";
                return false;
            }

            read[i] = bytes.Slice(2, length);
            bytes = bytes[(2 + length)..];
        }

        reason = bytes.IsEmpty ? null : $"{bytes.Length} bytes are left over behind entry {width - 1}.";
        entries = reason is null ? read : null;
        return reason is null;
    }
}
