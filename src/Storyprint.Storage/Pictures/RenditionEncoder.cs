using SkiaSharp;

namespace Storyprint.Storage.Pictures;

/// <summary>Draws an original at a width, upright and without what else the file holds, and encodes it.</summary>
internal static class RenditionEncoder
{
    /// <summary>The structural similarity to the picture before it was encoded from which on nothing more is spent.</summary>
    internal const double Likeness = 0.99;

    internal const int JpegQuality = 82;

    // What a drawing of lines hardly shows, a photograph of grass does: each is measured, and gets the first quality that is enough.
    private static readonly int[] WebPQualities = [60, 70, JpegQuality];

    public static byte[] Create(SKData original, string hash, int width, RenditionFormat form)
    {
        using var image = Draw(original, hash, width, form);
        return form == RenditionFormat.Jpeg ? Encode(image, form, JpegQuality) : EncodeWebP(image);
    }

    internal static byte[] Encode(SKImage image, RenditionFormat form, int quality)
    {
        using var encoded = image.Encode(form == RenditionFormat.Jpeg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Webp, quality);
        return encoded.ToArray();
    }

    private static byte[] EncodeWebP(SKImage image)
    {
        using var before = SKBitmap.FromImage(image);
        foreach (var quality in WebPQualities[..^1])
        {
            var encoded = Encode(image, RenditionFormat.WebP, quality);
            using var after = SKBitmap.Decode(encoded);
            if (StructuralSimilarity.Mean(before, after) >= Likeness)
            {
                return encoded;
            }
        }

        return Encode(image, RenditionFormat.WebP, WebPQualities[^1]);
    }

    internal static SKImage Draw(SKData original, string hash, int width, RenditionFormat form)
    {
        using var codec = SKCodec.Create(original) ?? throw new InvalidDataException($"The original {hash} can no longer be read.");
        var decoded = SKBitmap.Decode(codec) ?? throw new InvalidDataException($"The original {hash} can no longer be decoded.");
        using var upright = ExifOrientation.Apply(decoded, codec.EncodedOrigin);
        var scale = Math.Min(1.0, (double)width / upright.Width);
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(upright.Width * scale)), Math.Max(1, (int)Math.Round(upright.Height * scale)));
        var alpha = form == RenditionFormat.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul;
        using var image = SKImage.FromBitmap(upright);
        return scale == 1 ? Resize(image, size, alpha, Cubic) : Reduce(image, size, alpha);
    }

    private static readonly SKSamplingOptions Cubic = new(SKCubicResampler.Mitchell);

    // The next smaller level of a mipmap: each pixel is the mean of those it covers, also where a side is odd.
    private static readonly SKSamplingOptions Halving = new(SKFilterMode.Linear, SKMipmapMode.Nearest);

    // A cubic filter looks at sixteen pixels and no more. Where there are more under one of the result, hatched lines would run into patterns that the
    // picture does not have; so it is brought to twice the size first, and then halved.
    private static SKImage Reduce(SKImage image, SKSizeI size, SKAlphaType alpha)
    {
        if (image.Width >= 4 * size.Width && image.Height >= 4 * size.Height)
        {
            using var half = Resize(image, new SKSizeI(image.Width / 2, image.Height / 2), alpha, Halving);
            return Reduce(half, size, alpha);
        }

        using var twice = Resize(image, new SKSizeI(2 * size.Width, 2 * size.Height), alpha, Cubic);
        return Resize(twice, size, alpha, Halving);
    }

    private static SKImage Resize(SKImage image, SKSizeI size, SKAlphaType alpha, SKSamplingOptions sampling)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha));
        if (alpha == SKAlphaType.Opaque)
        {
            surface.Canvas.Clear(SKColors.White);
        }

        surface.Canvas.DrawImage(image, new SKRect(0, 0, size.Width, size.Height), sampling);
        return surface.Snapshot();
    }
}
