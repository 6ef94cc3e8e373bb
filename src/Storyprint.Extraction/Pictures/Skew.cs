namespace Storyprint.Extraction.Pictures;

/// <summary>By how much the lines of a page slope: turned right, the dark of lines and the light between them differ most.</summary>
internal static class Skew
{
    private const int Side = 800;
    private const int Dark = 150;

    /// <summary>The angle in radians to turn a page by, looked for about <paramref name="guess"/>.</summary>
    /// <param name="flat">With its light flattened.</param>
    /// <param name="reach">How far from it at most, in degrees.</param>
    public static double Of(GrayPicture flat, double guess, double reach)
    {
        var dots = DarkDots(flat.LongSide > Side ? flat.WithLongSide(Side) : flat);
        var best = Best(dots, guess, reach, 0.5);
        return Best(dots, best, 0.5, 0.1);
    }

    private static double Best(List<(int X, int Y)> dots, double guess, double reach, double step)
    {
        var (best, most) = (guess, double.MinValue);
        for (var degrees = -reach; degrees <= reach + 1e-9; degrees += step)
        {
            var angle = guess + (degrees * Math.PI / 180);
            var contrast = Contrast(dots, angle);
            (best, most) = contrast > most ? (angle, contrast) : (best, most);
        }

        return best;
    }

    // The squared steps between neighbouring rows of the turned page.
    private static double Contrast(List<(int X, int Y)> dots, double angle)
    {
        var (sin, cos, rows) = (Math.Sin(angle), Math.Cos(angle), new int[(4 * Side) + 1]);
        foreach (var (x, y) in dots)
        {
            rows[(int)((cos * y) - (sin * x)) + (2 * Side)]++;
        }

        var contrast = 0.0;
        for (var row = 1; row < rows.Length; row++)
        {
            contrast += Math.Pow(rows[row] - rows[row - 1], 2);
        }

        return contrast;
    }

    private static List<(int X, int Y)> DarkDots(GrayPicture picture)
    {
        var dots = new List<(int, int)>();
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (picture.Dots[(y * picture.Width) + x] < Dark)
                {
                    dots.Add((x, y));
                }
            }
        }

        return dots;
    }
}
