using System.Runtime.InteropServices;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Provenance.Tiles;

/// <summary>Encodes a tile of hashes: 32 bytes each, without separators.</summary>
public static class HashTile
{
    /// <summary>The ids of a tile's hashes, from left to right.</summary>
    /// <exception cref="ArgumentException">The path names an entry bundle, or a level that no log reaches.</exception>
    public static IReadOnlyList<NodeId> Nodes(TilePath path)
    {
        if (path.IsEntries || path.Level >= TilePath.Height)
        {
            throw new ArgumentException($"{path} is not a tile of stored hashes.", nameof(path));
        }

        return [.. Enumerable.Range(0, path.Width).Select(i => new NodeId(path.Level * TilePath.Height, (path.Index * TilePath.FullWidth) + i))];
    }

    /// <summary>The bytes of a tile, from one read of stored hashes. Check <see cref="TilePath.FitsIn"/> first.</summary>
    public static async ValueTask<byte[]> CreateAsync(IHashReader reader, TilePath path, CancellationToken cancellation) =>
        ToBytes([.. await reader.ReadAsync(Nodes(path), cancellation)]);

    /// <summary>The bytes of these hashes.</summary>
    public static byte[] ToBytes(ReadOnlySpan<Sha256Hash> hashes) => MemoryMarshal.AsBytes(hashes).ToArray();

    /// <summary>The hashes of a tile; false where there are not exactly <paramref name="width"/> of them.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, int width, out Sha256Hash[] hashes)
    {
        var fits = bytes.Length == width * Sha256Hash.Length;
        hashes = fits ? MemoryMarshal.Cast<byte, Sha256Hash>(bytes).ToArray() : [];
        return fits;
    }
}
