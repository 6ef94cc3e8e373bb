using System.Buffers;
using System.Security.Cryptography;

namespace Storyprint.Provenance.Merkle;

/// <summary>The two hashes of a Merkle tree (RFC 6962 section 2.1). Their first bytes differ, so that a leaf is never taken for a node.</summary>
public static class MerkleHashing
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    // Entries are about 200 bytes and fit here, so a million of them create no garbage.
    private const int OnStack = 512;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static Sha256Hash EmptyRoot { get; } = Sha256Hash.HashData([]);

    /// <summary>SHA-256(0x00 ‖ entry): the hash of one leaf.</summary>
    public static Sha256Hash Leaf(ReadOnlySpan<byte> entry)
    {
        var rented = entry.Length < OnStack ? null : ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        var buffer = rented ?? stackalloc byte[OnStack];
        buffer[0] = LeafPrefix;
        entry.CopyTo(buffer[1..]);
        var hash = Sha256Hash.HashData(buffer[..(entry.Length + 1)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right): the hash of a node over two subtrees.</summary>
    public static Sha256Hash Node(Sha256Hash left, Sha256Hash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Sha256Hash.Length)];
        buffer[0] = NodePrefix;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Sha256Hash.Length)..]);
        Span<byte> hash = stackalloc byte[Sha256Hash.Length];
        SHA256.HashData(buffer, hash);
        return new Sha256Hash(hash);
    }

    /// <summary>Hashes many entries into leaves, in order, on all processors: for imports.</summary>
    public static Sha256Hash[] Leaves(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var leaves = new Sha256Hash[entries.Count];
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, Math.Max(entries.Count, 1)), range =>
        {
            for (var i = range.Item1; i < Math.Min(range.Item2, leaves.Length); i++)
            {
                leaves[i] = Leaf(entries[i].Span);
            }
        });
        return leaves;
    }

    /// <summary>The root over a complete row of subtree roots: 1, 2, 4, 8 … hashes of one level. The row is used as scratch space.</summary>
    /// <exception cref="ArgumentException">The row's length is not a power of two.</exception>
    public static Sha256Hash CompleteRoot(Span<Sha256Hash> row)
    {
        if (!System.Numerics.BitOperations.IsPow2(row.Length))
        {
            throw new ArgumentException("Only 1, 2, 4, 8 … subtrees of one level make a complete subtree.", nameof(row));
        }

        for (var width = row.Length / 2; width > 0; width /= 2)
        {
            for (var i = 0; i < width; i++)
            {
                row[i] = Node(row[2 * i], row[(2 * i) + 1]);
            }
        }

        return row[0];
    }
}
