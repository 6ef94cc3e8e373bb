using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Operations.Archive;

/// <summary>The files of a log: full tiles, which never change, and the tail, which changes with each release.</summary>
internal static class LogParts
{
    public static IEnumerable<ArchivePart> Create(long size)
    {
        var tail = new List<TilePath>();
        foreach (var (count, tile) in Rows(size))
        {
            for (var index = 0L; index < count / TilePath.FullWidth; index++)
            {
                var full = tile(index, TilePath.FullWidth);
                yield return new ArchivePart($"log/{full}", "full", [Address(full)]);
            }

            if (count % TilePath.FullWidth is > 0 and var width)
            {
                tail.Add(tile(count / TilePath.FullWidth, (int)width));
            }
        }

        // The checkpoint is written last: everything it covers exists by then.
        yield return new ArchivePart("log", null, [.. tail.Select(Address), new ArchiveAddress($"/{PublishedFiles.Checkpoint}") { IsOptional = size == 0 }]);
    }

    private static IEnumerable<(long Count, Func<long, int, TilePath> Tile)> Rows(long size)
    {
        yield return (size, TilePath.Entries);
        for (var level = 0; size >> (TilePath.Height * level) is > 0 and var count; level++)
        {
            var row = level;
            yield return (count, (index, width) => TilePath.Hashes(row, index, width));
        }
    }

    private static ArchiveAddress Address(TilePath tile) => new($"/{PublishedFiles.Tile(tile)}");
}
