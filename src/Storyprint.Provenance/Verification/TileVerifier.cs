using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Verification;

/// <summary>
/// Rebuilds the tiles above the entries, from left to right, and keeps only the current tile of each level. What remains at the end gives the root; a snapshot
/// at the known size gives the root of that size.
/// </summary>
internal sealed class TileVerifier(AuditNotes notes, long knownSize, EntryFingerprints outline)
{
    private readonly List<Row> rows = [];
    private readonly SortedDictionary<int, Sha256Hash[]?> known = [];

    /// <summary>Adds the leaves of the next bundle; null where they are unknown. Level 0 has been compared already.</summary>
    public async ValueTask TakeLeavesAsync(Sha256Hash[]? leaves, int width, CancellationToken cancellation)
    {
        var row = RowAt(0);
        leaves?.CopyTo(row.Hashes, 0);
        (row.Count, row.IsKnown) = (width, leaves is not null);
        Remember(0, row);
        if (width < TilePath.FullWidth)
        {
            outline.AddTail(row.Hashes.AsSpan(0, width));
        }
        else
        {
            await LiftAsync(0, row, cancellation);
        }
    }

    /// <summary>Compares the partial tiles at the right edge, except level 0.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellation)
    {
        for (var level = 1; level < rows.Count; level++)
        {
            if (rows[level] is { Count: > 0 } row)
            {
                await CompareAsync(level, row, cancellation);
                Remember(level, row);
            }
        }
    }

    /// <summary>The root of all leaves, or null where some are unknown.</summary>
    public Sha256Hash? Root() =>
        rows.Any(row => row.Count > 0 && !row.IsKnown) ? null : RootOf(rows.Select((row, level) => (level, row.Hashes.AsMemory(0, row.Count))));

    /// <summary>The root at the known size, or null where some leaves are unknown.</summary>
    public Sha256Hash? KnownRoot() =>
        known.Values.Any(hashes => hashes is null) ? null : RootOf(known.Select(pair => (pair.Key, pair.Value!.AsMemory())));

    private static Sha256Hash RootOf(IEnumerable<(int Level, Memory<Sha256Hash> Hashes)> rows)
    {
        var tree = new TreeBuilder();
        foreach (var (level, hashes) in rows.OrderByDescending(row => row.Level))
        {
            foreach (var hash in hashes.Span)
            {
                tree.AppendSubtree(level * TilePath.Height, hash);
            }
        }

        return tree.Root();
    }

    private async ValueTask LiftAsync(int level, Row row, CancellationToken cancellation)
    {
        var above = RowAt(level + 1);
        above.Hashes[above.Count++] = row.IsKnown ? MerkleHashing.CompleteRoot(row.Hashes) : default;
        above.IsKnown &= row.IsKnown;
        if (level == 0)
        {
            outline.AddBundle(above.Hashes[above.Count - 1]);
        }

        row.Clear();
        if (above.Count == TilePath.FullWidth)
        {
            await CompareAsync(level + 1, above, cancellation);
            Remember(level + 1, above);
            await LiftAsync(level + 1, above, cancellation);
        }
    }

    private async ValueTask CompareAsync(int level, Row row, CancellationToken cancellation)
    {
        if (row.IsKnown)
        {
            await notes.CompareAsync(TilePath.Hashes(level, row.Index, row.Count), row.Hashes.AsMemory(0, row.Count), cancellation);
        }
    }

    // The partial tile of the known size is the beginning of the present tile at the same index.
    private void Remember(int level, Row row)
    {
        var count = knownSize >> (TilePath.Height * level);
        var width = (int)(count % TilePath.FullWidth);
        if (width > 0 && count / TilePath.FullWidth == row.Index && width <= row.Count)
        {
            known[level] = row.IsKnown ? row.Hashes[..width] : null;
        }
    }

    private Row RowAt(int level)
    {
        while (rows.Count <= level)
        {
            rows.Add(new Row());
        }

        return rows[level];
    }

    private sealed class Row
    {
        public Sha256Hash[] Hashes { get; } = new Sha256Hash[TilePath.FullWidth];

        public int Count { get; set; }

        public long Index { get; private set; }

        public bool IsKnown { get; set; } = true;

        public void Clear()
        {
            (Count, IsKnown) = (0, true);
            Index++;
        }
    }
}
