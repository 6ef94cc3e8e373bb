using System.Numerics;

namespace Storyprint.Provenance.Merkle;

/// <summary>The complete subtrees that make up a tree or a part of one. Arithmetic on sizes; nothing is hashed here.</summary>
public static class TreeShape
{
    /// <summary>
    /// The complete subtrees of a tree of this size, from left to right: one for each bit set in the size, largest first.
    /// Their hashes are all that is needed to append to the tree or to know its root.
    /// </summary>
    public static IReadOnlyList<NodeId> Peaks(long size) => Cover(0, size);

    /// <summary>
    /// The complete subtrees that together are the leaves from <paramref name="start"/> up to, not including,
    /// <paramref name="end"/>, where the range is one that RFC 6962 hashes (it begins at a multiple of the power of two
    /// that it is split at).
    /// </summary>
    internal static List<NodeId> Cover(long start, long end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var nodes = new List<NodeId>(BitOperations.PopCount((ulong)(end - start)));
        while (start < end)
        {
            var level = BitOperations.Log2((ulong)(end - start));
            nodes.Add(new NodeId(level, start >> level));
            start += 1L << level;
        }

        return nodes;
    }

    /// <summary>The largest power of two that is smaller than <paramref name="width"/> (RFC 6962: k &lt; n ≤ 2k).</summary>
    internal static long Split(long width) => 1L << BitOperations.Log2((ulong)(width - 1));

    /// <summary>The hash over adjacent subtrees, largest first.</summary>
    internal static Sha256Hash Fold(ReadOnlySpan<Sha256Hash> peaks)
    {
        if (peaks.IsEmpty)
        {
            return MerkleHashing.EmptyRoot;
        }

        var root = peaks[^1];
        for (var i = peaks.Length - 2; i >= 0; i--)
        {
            root = MerkleHashing.Node(peaks[i], root);
        }

        return root;
    }
}
