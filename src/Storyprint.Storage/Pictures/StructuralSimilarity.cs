using SkiaSharp;

namespace Storyprint.Storage.Pictures;

/// <summary>How like two pictures of one size are to the eye: SSIM (Wang, Bovik, Sheikh and Simoncelli, 2004) of their luma, 1 for the same.</summary>
internal static class StructuralSimilarity
{
    private const int Window = 8;
    private const float C1 = 0.01f * 255 * 0.01f * 255;
    private const float C2 = 0.03f * 255 * 0.03f * 255;

    /// <summary>The mean over windows of 8 × 8 pixels, each half a window from the next; 1 for pictures that are smaller.</summary>
    public static double Mean(SKBitmap one, SKBitmap other)
    {
        var (width, height) = (Math.Min(one.Width, other.Width), Math.Min(one.Height, other.Height));
        var (x, y) = (Luma(one, width, height), Luma(other, width, height));
        var (sum, count) = (0.0, 0);
        for (var top = 0; top + Window <= height; top += Window / 2)
        {
            for (var left = 0; left + Window <= width; left += Window / 2)
            {
                sum += OfWindow(x, y, (top * width) + left, width);
                count++;
            }
        }

        return count == 0 ? 1 : sum / count;
    }

    private static float OfWindow(float[] x, float[] y, int start, int stride)
    {
        float sumX = 0, sumY = 0, squaresX = 0, squaresY = 0, products = 0;
        for (var row = 0; row < Window; row++, start += stride)
        {
            for (var at = start; at < start + Window; at++)
            {
                sumX += x[at];
                sumY += y[at];
                squaresX += x[at] * x[at];
                squaresY += y[at] * y[at];
                products += x[at] * y[at];
            }
        }

        const float n = Window * Window;
        var (meanX, meanY) = (sumX / n, sumY / n);
        var (varianceX, varianceY, covariance) = ((squaresX / n) - (meanX * meanX), (squaresY / n) - (meanY * meanY), (products / n) - (meanX * meanY));
        return ((2 * meanX * meanY) + C1) * ((2 * covariance) + C2) / (((meanX * meanX) + (meanY * meanY) + C1) * (varianceX + varianceY + C2));
    }

    // ITU-R BT.601.
    private static float[] Luma(SKBitmap picture, int width, int height)
    {
        var pixels = picture.Pixels;
        var luma = new float[width * height];
        for (var at = 0; at < luma.Length; at++)
        {
            var pixel = pixels[(at / width * picture.Width) + (at % width)];
            luma[at] = (0.299f * pixel.Red) + (0.587f * pixel.Green) + (0.114f * pixel.Blue);
        }

        return luma;
    }
}
