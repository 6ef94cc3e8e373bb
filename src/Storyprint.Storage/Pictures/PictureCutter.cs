using SkiaSharp;

namespace Storyprint.Storage.Pictures;

/// <summary>Cuts a part out of an original, upright and without what else the file holds.</summary>
internal static class PictureCutter
{
    // A crop is an original itself, which renditions are made of: it may lose next to nothing.
    private const int Quality = 95;

    /// <returns>The bytes of a picture of the same format (PNG for a GIF); null where the original can no longer be decoded.</returns>
    public static Task<byte[]?> CutAsync(byte[] original, PictureArea area, CancellationToken cancellation) => Decoding.RunAsync(() => Cut(original, area), cancellation);

    private static byte[]? Cut(byte[] original, PictureArea area)
    {
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (codec is null || SKBitmap.Decode(codec) is not { } decoded)
        {
            return null;
        }

        using var upright = ExifOrientation.Apply(decoded, codec.EncodedOrigin);
        using var cut = new SKBitmap();
        if (!upright.ExtractSubset(cut, SKRectI.Create(area.X, area.Y, area.Width, area.Height)))
        {
            return null;
        }

        var format = codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp ? codec.EncodedFormat : SKEncodedImageFormat.Png;
        using var encoded = cut.Encode(format, Quality);
        return encoded?.ToArray();
    }
}
