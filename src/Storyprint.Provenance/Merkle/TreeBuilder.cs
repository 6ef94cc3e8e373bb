using System.Numerics;

namespace Storyprint.Provenance.Merkle;

/// <summary>
/// Grows a tree leaf by leaf and keeps only its peaks (at most 63 hashes), so memory does not grow with the number of entries. Each leaf costs two hashes on
/// average. Not thread-safe.
/// </summary>
public sealed class TreeBuilder
{
    // peaks[level] is the root of the complete subtree of 2^level leaves, where the size has that bit.
    private readonly Sha256Hash[] peaks = new Sha256Hash[63];

    /// <summary>The leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Continues a tree from the hashes at <see cref="TreeShape.Peaks"/> of its size, in that order.</summary>
    /// <exception cref="ArgumentException">There are more or fewer hashes than the size has peaks.</exception>
    public static TreeBuilder Resume(long size, IReadOnlyList<Sha256Hash> peaks)
    {
        var places = TreeShape.Peaks(size);
        if (places.Count != peaks.Count)
        {
            throw new ArgumentException($"A tree of {size} leaves has {places.Count} peaks, not {peaks.Count}.", nameof(peaks));
        }

        var builder = new TreeBuilder { Size = size };
        for (var i = 0; i < places.Count; i++)
        {
            builder.peaks[places[i].Level] = peaks[i];
        }

        return builder;
    }

    /// <summary>Continues a tree of this size from a store of hashes.</summary>
    public static async ValueTask<TreeBuilder> ResumeAsync(IHashReader reader, long size, CancellationToken cancellation) =>
        Resume(size, size == 0 ? [] : await reader.ReadAsync(TreeShape.Peaks(size), cancellation));

    /// <summary>Appends one leaf hash.</summary>
    /// <param name="leaf">The hash of the entry, from <see cref="MerkleHashing.Leaf"/>.</param>
    /// <param name="grown">Called, in order of level, for every stored hash that this completes, the leaf first.</param>
    public void Append(Sha256Hash leaf, Action<StoredHash>? grown = null) => AppendSubtree(0, leaf, grown);

    /// <summary>Appends many leaf hashes and returns every stored hash that they complete: what must be stored.</summary>
    public IReadOnlyList<StoredHash> Append(ReadOnlySpan<Sha256Hash> leaves)
    {
        var grown = new List<StoredHash>((2 * leaves.Length) + BitOperations.Log2((ulong)Size + 1));
        foreach (var leaf in leaves)
        {
            Append(leaf, grown.Add);
        }

        return grown;
    }

    /// <summary>Appends a complete subtree of 2^<paramref name="level"/> leaves by its root.</summary>
    /// <exception cref="InvalidOperationException">The size so far is not a multiple of 2^level, or the tree would pass 2^62 leaves.</exception>
    public void AppendSubtree(int level, Sha256Hash root, Action<StoredHash>? grown = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 61);
        var added = 1L << level;
        if ((Size & (added - 1)) != 0 || Size > (1L << 62) - added)
        {
            throw new InvalidOperationException($"A subtree of {added} leaves cannot stand at leaf {Size}.");
        }

        var index = Size >> level;
        grown?.Invoke(new StoredHash(new NodeId(level, index), root));

        // Like adding one to a binary number: two subtrees of the same size become one of the next size.
        for (; (index & 1) == 1; index >>= 1)
        {
            root = MerkleHashing.Node(peaks[level++], root);
            grown?.Invoke(new StoredHash(new NodeId(level, index >> 1), root));
        }

        peaks[level] = root;
        Size += added;
    }

    /// <summary>The root of the tree so far (RFC 6962 section 2.1).</summary>
    public Sha256Hash Root()
    {
        Span<Sha256Hash> row = stackalloc Sha256Hash[63];
        var count = 0;
        for (var level = 62; level >= 0; level--)
        {
            if ((Size >> level & 1) == 1)
            {
                row[count++] = peaks[level];
            }
        }

        return TreeShape.Fold(row[..count]);
    }
}
