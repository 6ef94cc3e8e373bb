using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Verification;

/// <summary>
/// A compact memory of a log that was read: the root of each full bundle and the levels above, 64 bytes for 256 entries. It gives the root at any earlier size,
/// and recognises a bundle that is read again.
/// </summary>
/// <remarks>Filled in order while the log is read; afterwards immutable and thread-safe.</remarks>
public sealed class EntryFingerprints
{
    private readonly TreeBuilder tree = new();
    private readonly StoredHashes hashes = new();
    private Sha256Hash[] tail = [];

    /// <summary>The number of entries.</summary>
    public long Size => tree.Size + tail.Length;

    internal void AddBundle(Sha256Hash root) => tree.AppendSubtree(
        TilePath.Height, root, grown => hashes.Add(grown with { Node = grown.Node with { Level = grown.Node.Level - TilePath.Height } }));

    internal void AddTail(ReadOnlySpan<Sha256Hash> leaves) => tail = leaves.ToArray();

    /// <summary>Whether these are the leaves of this bundle, all 256 of a full one.</summary>
    public bool Holds(long bundle, ReadOnlySpan<Sha256Hash> leaves)
    {
        if (bundle == tree.Size / TilePath.FullWidth)
        {
            return tail.AsSpan().SequenceEqual(leaves);
        }

        Sha256Hash[] scratch = [.. leaves];
        return bundle >= 0 && bundle < tree.Size / TilePath.FullWidth && scratch.Length == TilePath.FullWidth
            && Read(new NodeId(0, bundle)) == MerkleHashing.CompleteRoot(scratch);
    }

    /// <summary>The root of the log when it had this size.</summary>
    /// <param name="size">0 up to <see cref="Size"/>.</param>
    /// <param name="leaves">The first leaves of the bundle that was partial then, <c>size % 256</c> of them or more; the caller has asked <see cref="Holds"/>.</param>
    public Sha256Hash RootAt(long size, ReadOnlySpan<Sha256Hash> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        var whole = size / TilePath.FullWidth;
        var builder = TreeBuilder.Resume(whole * TilePath.FullWidth, [.. TreeShape.Peaks(whole).Select(Read)]);
        foreach (var leaf in leaves[..(int)(size % TilePath.FullWidth)])
        {
            builder.Append(leaf);
        }

        return builder.Root();
    }

    private Sha256Hash Read(NodeId node) => hashes[node];
}
