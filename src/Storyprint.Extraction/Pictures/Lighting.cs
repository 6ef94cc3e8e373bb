namespace Storyprint.Extraction.Pictures;

/// <summary>Flattens the light on a page: a lamp on one side, the shadow of a hand, the fold.</summary>
internal static class Lighting
{
    // The paper around a dot is what lies within this share of the page.
    private const int Windows = 16;

    // Dark letters darken the mean of their paper.
    private const int Paper = 225;

    public static GrayPicture Flattened(GrayPicture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var sums = new long[(width + 1) * (height + 1)];
        for (var y = 0; y < height; y++)
        {
            var row = 0L;
            for (var x = 0; x < width; x++)
            {
                row += picture.Dots[(y * width) + x];
                sums[((y + 1) * (width + 1)) + x + 1] = sums[(y * (width + 1)) + x + 1] + row;
            }
        }

        var (reach, flat) = (Math.Max(8, picture.LongSide / Windows / 2), new byte[picture.Dots.Length]);
        for (var y = 0; y < height; y++)
        {
            var (top, low) = (Math.Max(0, y - reach), Math.Min(height, y + reach + 1));
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(width, x + reach + 1));
                var sum = sums[(low * (width + 1)) + right] - sums[(top * (width + 1)) + right] - sums[(low * (width + 1)) + left] + sums[(top * (width + 1)) + left];
                var mean = Math.Max(1, sum / ((low - top) * (right - left)));
                flat[(y * width) + x] = (byte)Math.Min(255, picture.Dots[(y * width) + x] * Paper / mean);
            }
        }

        return new GrayPicture(flat, width, height);
    }
}
