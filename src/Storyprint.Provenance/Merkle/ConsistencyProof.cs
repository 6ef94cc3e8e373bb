using System.Numerics;

namespace Storyprint.Provenance.Merkle;

/// <summary>
/// The proof that a larger tree begins with all the leaves of a smaller one, so that nothing was changed or taken out
/// (RFC 6962 section 2.1.2).
/// </summary>
/// <param name="Hashes">At most 63 hashes; none where either tree is empty or both have one size.</param>
public sealed record ConsistencyProof(IReadOnlyList<Sha256Hash> Hashes)
{
    /// <summary>The maximum that a witness accepts (tlog-witness).</summary>
    public const int MaxHashes = 63;

    /// <summary>Creates the proof from the tree of <paramref name="oldSize"/> leaves to that of <paramref name="size"/>, with one read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is negative or above the size.</exception>
    public static async ValueTask<ConsistencyProof> CreateAsync(IHashReader reader, long oldSize, long size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        if (oldSize == 0)
        {
            return new ConsistencyProof([]);
        }

        var ranges = new List<(long, long)>();
        long start = 0, end = size;
        while (oldSize != end)
        {
            var middle = start + TreeShape.Split(end - start);
            ranges.Add(oldSize <= middle ? (middle, end) : (start, middle));
            (start, end) = oldSize <= middle ? (start, middle) : (middle, end);
        }

        // Where the old tree is itself one of the subtrees, the verifier has its root already.
        if (start != 0)
        {
            ranges.Add((start, end));
        }

        ranges.Reverse();
        return new ConsistencyProof(await MerkleTree.RangesAsync(reader, ranges, cancellation));
    }

    /// <summary>
    /// Checks that the old tree is the beginning of the new one (RFC 9162 section 2.1.4.2). The empty tree is the beginning of every tree; trees of one size
    /// must have the same root.
    /// </summary>
    public bool Verify(long oldSize, Sha256Hash oldRoot, long size, Sha256Hash root)
    {
        if (oldSize < 0 || oldSize > size)
        {
            return false;
        }

        if (oldSize == 0 || oldSize == size)
        {
            return Hashes.Count == 0
                && oldRoot == (oldSize == 0 ? MerkleHashing.EmptyRoot : root)
                && (size != 0 || root == MerkleHashing.EmptyRoot);
        }

        var path = BitOperations.IsPow2(oldSize) ? Hashes.Prepend(oldRoot) : Hashes;
        var shift = BitOperations.TrailingZeroCount(oldSize);
        var (node, last) = ((oldSize - 1) >> shift, (size - 1) >> shift);
        Sha256Hash? first = null;
        Sha256Hash oldHash = default, hash = default;
        foreach (var beside in path)
        {
            if (first is null)
            {
                first = oldHash = hash = beside;
                continue;
            }

            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                oldHash = MerkleHashing.Node(beside, oldHash);
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

        return first is not null && last == 0 && oldHash == oldRoot && hash == root;
    }
}
