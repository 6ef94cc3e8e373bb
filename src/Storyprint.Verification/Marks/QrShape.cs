namespace Storyprint.Verification.Marks;

/// <summary>Which modules of a QR code hold data, in the order in which they do.</summary>
internal sealed class QrShape
{
    private readonly int size;
    private readonly bool[,] isFunction;

    private QrShape(int version)
    {
        (Version, size) = (version, 17 + (4 * version));
        isFunction = new bool[size, size];
        Take(0, 0, 9, 9);
        Take(size - 8, 0, 8, 9);
        Take(0, size - 8, 9, 8);
        Take(6, 0, 1, size);
        Take(0, 6, size, 1);
        var centres = Centres(version, size);
        foreach (var x in centres)
        {
            foreach (var y in centres)
            {
                // These corners hold the finder patterns.
                if (!((x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6)))
                {
                    Take(x - 2, y - 2, 5, 5);
                }
            }
        }

        if (version >= 7)
        {
            Take(size - 11, 0, 3, 6);
            Take(0, size - 11, 6, 3);
        }
    }

    public int Version { get; }

    /// <summary>How many bytes the data modules hold.</summary>
    public int Codewords => DataModules().Count() / 8;

    public static QrShape? Of(int version) => version is >= 1 and <= QrBlocks.MaxVersion ? new QrShape(version) : null;

    /// <summary>Columns of two, from the right, upwards and downwards by turns.</summary>
    public IEnumerable<(int X, int Y)> DataModules()
    {
        for (var right = size - 1; right >= 1; right -= 2)
        {
            // The column of the timing pattern holds no data.
            right = right == 6 ? 5 : right;
            for (var step = 0; step < size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
                for (var x = right; x >= right - 1; x--)
                {
                    if (!isFunction[y, x])
                    {
                        yield return (x, y);
                    }
                }
            }
        }
    }

    private void Take(int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                isFunction[y, x] = true;
            }
        }
    }

    private static List<int> Centres(int version, int size)
    {
        if (version == 1)
        {
            return [];
        }

        var count = (version / 7) + 2;
        var step = ((version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(index => size - 7 - (step * index))];
    }
}
