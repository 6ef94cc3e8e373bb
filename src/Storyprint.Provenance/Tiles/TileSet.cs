namespace Storyprint.Provenance.Tiles;

/// <summary>Which tiles a log of a given size has (tlog-tiles, "Partial Tiles"): each level's full tiles, then its partial one.</summary>
public static class TileSet
{
    /// <summary>The tiles of hashes, level by level from the leaves up, from left to right.</summary>
    public static IEnumerable<TilePath> Hashes(long size)
    {
        for (var level = 0; level < TilePath.Height && size >> (TilePath.Height * level) > 0; level++)
        {
            foreach (var (index, width) in Row(size >> (TilePath.Height * level)))
            {
                yield return TilePath.Hashes(level, index, width);
            }
        }
    }

    /// <summary>The entry bundles, from left to right.</summary>
    public static IEnumerable<TilePath> Entries(long size) => Row(size).Select(tile => TilePath.Entries(tile.Index, tile.Width));

    private static IEnumerable<(long Index, int Width)> Row(long count)
    {
        for (long index = 0; index < count / TilePath.FullWidth; index++)
        {
            yield return (index, TilePath.FullWidth);
        }

        if (count % TilePath.FullWidth is > 0 and var width)
        {
            yield return (count / TilePath.FullWidth, (int)width);
        }
    }
}
