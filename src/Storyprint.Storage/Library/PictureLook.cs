using System.Numerics;
using SkiaSharp;
using Storyprint.Storage.Pictures;

namespace Storyprint.Storage.Library;

/// <summary>What a picture looks like, in 64 bits: whether each of 8 × 8 fields is brighter than the one to its right (dHash). Other sizes, formats and qualities of a picture differ in few of them.</summary>
public static class PictureLook
{
    /// <summary>The most bits in which two pictures differ that a person would call one.</summary>
    public const int Alike = 6;

    private const int Side = 8;

    // One at a time: decoding needs more memory than anything else in this program.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    /// <summary>Those of many that look like another of them, in their order.</summary>
    public static IEnumerable<string> AlikeOf(IReadOnlyList<(string Hash, long Look)> looks)
    {
        // Two that differ in at most six of 64 bits agree in one of seven parts at least: only those are compared.
        HashSet<string> alike = [];
        for (var part = 0; part <= Alike; part++)
        {
            foreach (var group in looks.GroupBy(each => PartOf(each.Look, part)).Select(group => group.ToList()))
            {
                for (var one = 0; one < group.Count; one++)
                {
                    foreach (var other in group.Skip(one + 1).Where(other => Distance(group[one].Look, other.Look) <= Alike))
                    {
                        alike.Add(group[one].Hash);
                        alike.Add(other.Hash);
                    }
                }
            }
        }

        return looks.Select(each => each.Hash).Where(alike.Contains);
    }

    private static ulong PartOf(long look, int part) => part < Alike ? ((ulong)look >> (part * 9)) & 0x1FF : (ulong)look >> (Alike * 9);

    /// <returns>Null where the picture can no longer be decoded.</returns>
    public static async Task<long?> OfAsync(byte[] original, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return Of(original);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static long? Of(byte[] original)
    {
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (codec is null || Decode(codec) is not { } decoded)
        {
            return null;
        }

        using var upright = ExifOrientation.Apply(decoded, codec.EncodedOrigin);
        using var small = new SKBitmap(new SKImageInfo(Side + 1, Side, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(small))
        {
            canvas.Clear(SKColors.White);
            using var image = SKImage.FromBitmap(upright);
            canvas.DrawImage(image, new SKRect(0, 0, Side + 1, Side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        var look = 0L;
        var pixels = small.GetPixelSpan();
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                look = (look << 1) | (pixels[(row * small.RowBytes) + column] > pixels[(row * small.RowBytes) + column + 1] ? 1L : 0L);
            }
        }

        return look;
    }

    // JPEG can be decoded small at once, in a hundredth of the time.
    private static SKBitmap? Decode(SKCodec codec)
    {
        var size = codec.GetScaledDimensions(0.125f);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }
}
