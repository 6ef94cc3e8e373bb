namespace Storyprint.Provenance.Merkle;

/// <summary>
/// The proof that a leaf is at an index of a tree (RFC 6962 section 2.1.1): the sibling hashes on the path from the leaf up to the root, the leaf's own first.
/// </summary>
/// <param name="Hashes">At most 63 hashes.</param>
public sealed record InclusionProof(IReadOnlyList<Sha256Hash> Hashes)
{
    /// <summary>The maximum for any tree of fewer than 2^63 leaves; more are refused.</summary>
    public const int MaxHashes = 63;

    /// <summary>Creates the proof for the leaf at <paramref name="index"/> in the tree of <paramref name="size"/> leaves, with one read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below the size.</exception>
    public static async ValueTask<InclusionProof> CreateAsync(IHashReader reader, long index, long size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = new List<(long, long)>();
        long start = 0, end = size;
        while (end - start > 1)
        {
            var middle = start + TreeShape.Split(end - start);
            ranges.Add(index < middle ? (middle, end) : (start, middle));
            (start, end) = index < middle ? (start, middle) : (middle, end);
        }

        ranges.Reverse();
        return new InclusionProof(await MerkleTree.RangesAsync(reader, ranges, cancellation));
    }

    /// <summary>Checks that the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2). False for an index outside the tree, a missing or an extra hash.</summary>
    public bool Verify(Sha256Hash leaf, long index, long size, Sha256Hash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var beside in Hashes)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHashing.Node(beside, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleHashing.Node(hash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}
