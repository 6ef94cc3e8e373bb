namespace Storyprint.Provenance.Merkle;

/// <summary>The tree as its stored hashes describe it, at any size up to the one that is stored.</summary>
public static class MerkleTree
{
    /// <summary>The root of the tree of the first <paramref name="size"/> leaves. One read of at most 62 hashes.</summary>
    public static async ValueTask<Sha256Hash> RootAsync(IHashReader reader, long size, CancellationToken cancellation) =>
        size == 0
            ? MerkleHashing.EmptyRoot
            : TreeShape.Fold([.. await reader.ReadAsync(TreeShape.Peaks(size), cancellation)]);

    /// <summary>The hash of each range of leaves. One read for all of them.</summary>
    internal static async ValueTask<IReadOnlyList<Sha256Hash>> RangesAsync(
        IHashReader reader, IReadOnlyList<(long Start, long End)> ranges, CancellationToken cancellation)
    {
        if (ranges.Count == 0)
        {
            return [];
        }

        var covers = ranges.Select(range => TreeShape.Cover(range.Start, range.End)).ToList();
        Sha256Hash[] hashes = [.. await reader.ReadAsync([.. covers.SelectMany(cover => cover)], cancellation)];
        var folded = new Sha256Hash[ranges.Count];
        var at = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = TreeShape.Fold(hashes.AsSpan(at, covers[i].Count));
            at += covers[i].Count;
        }

        return folded;
    }
}
