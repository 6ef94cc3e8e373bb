using System.Globalization;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Tiles;

/// <summary>
/// The address of a tile below the log's prefix (tlog-tiles): <c>tile/LEVEL/N[.p/WIDTH]</c> for hashes,
/// <c>tile/entries/N[.p/WIDTH]</c> for entries. N is written in groups of three digits: 1234067 is <c>x001/x234/067</c>.
/// </summary>
public readonly record struct TilePath
{
    /// <summary>Hashes, or entries, in a full tile: 256. One tile is a subtree of height 8.</summary>
    public const int FullWidth = 256;

    /// <summary>The height of a tile: levels of the tree in one level of tiles.</summary>
    public const int Height = 8;

    private const long MaxIndex = long.MaxValue >> Height;

    private TilePath(bool isEntries, int level, long index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 63);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxIndex);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        (IsEntries, Level, Index, Width) = (isEntries, level, index, width);
    }

    /// <summary>Whether this is an entry bundle and not a tile of hashes.</summary>
    public bool IsEntries { get; }

    /// <summary>0 for leaves and entries; each hash of level L+1 is the root of a full tile of level L. 0 to 63.</summary>
    public int Level { get; }

    /// <summary>Position among the tiles of the level, from 0.</summary>
    public long Index { get; }

    /// <summary>1 to 256; below 256 the tile is partial.</summary>
    public int Width { get; }

    /// <summary>Whether it has fewer than 256 hashes or entries.</summary>
    public bool IsPartial => Width < FullWidth;

    /// <summary>The full tile at the same index: it replaces a partial one that is no longer kept.</summary>
    public TilePath Full => new(IsEntries, Level, Index, FullWidth);

    /// <summary>A tile of hashes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such tile can be.</exception>
    public static TilePath Hashes(int level, long index, int width = FullWidth) => new(false, level, index, width);

    /// <summary>An entry bundle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such bundle can be.</exception>
    public static TilePath Entries(long index, int width = FullWidth) => new(true, 0, index, width);

    /// <summary>Whether a log of this size fills the tile. Also true for the narrower tiles of earlier sizes: every size that ever had a checkpoint stays servable.</summary>
    public bool FitsIn(long size) => Level < Height && (Index * FullWidth) + Width <= size >> (Height * Level);

    /// <summary>Parses an address; every other spelling than that of <see cref="ToString"/> is refused.</summary>
    public static bool TryParse(string? text, out TilePath path)
    {
        path = default;
        var parts = text is { Length: <= 64 } ? text.Split('/') : [];
        if (parts.Length < 3 || parts[0] != "tile")
        {
            return false;
        }

        var isEntries = parts[1] == "entries";
        long level = 0, width = FullWidth;
        if (!isEntries && (!StrictDecimal.TryParse(parts[1], out level) || level > 63))
        {
            return false;
        }

        var digits = string.Concat(parts[2..].Select(part => part.TrimStart('x')));
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!StrictDecimal.TryParse(parts[^1], out width) || width is < 1 or >= FullWidth)
            {
                return false;
            }

            digits = string.Concat(parts[2..^1].Select(part => part.TrimStart('x'))).Replace(".p", "", StringComparison.Ordinal);
        }

        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= MaxIndex)
        {
            return false;
        }

        path = new TilePath(isEntries, (int)level, index, (int)width);
        return path.ToString() == text;
    }

    /// <summary>The address, without a leading slash.</summary>
    public override string ToString()
    {
        var number = (Index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (var rest = Index / 1000; rest > 0; rest /= 1000)
        {
            number = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:D3}/{number}");
        }

        var kind = IsEntries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"tile/{kind}/{number}") + (IsPartial ? string.Create(CultureInfo.InvariantCulture, $".p/{Width}") : "");
    }
}
