using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;

namespace Storyprint.Extraction.Pictures;

/// <summary>A QR code in a picture.</summary>
/// <param name="Says">Its words.</param>
/// <param name="Angle">How it is turned, in radians with the clock.</param>
internal sealed record FoundMark(string Says, double Angle);

/// <summary>Finds the QR codes in a picture, by ZXing in this process, and by the programs of the machine where that finds none.</summary>
internal static class MarkReader
{
    private const int MaxSaid = 4_096;

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.TRY_HARDER] = true,
        [DecodeHintType.POSSIBLE_FORMATS] = new List<BarcodeFormat> { BarcodeFormat.QR_CODE },
        [DecodeHintType.CHARACTER_SET] = "UTF-8",
    };

    /// <param name="flat">The same picture with its light flattened.</param>
    public static async Task<IReadOnlyList<FoundMark>> ReadAsync(GrayPicture picture, GrayPicture flat, CancellationToken cancellation)
    {
        var found = new Dictionary<string, FoundMark>();
        foreach (var attempt in Attempts(picture, flat))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var mark in Decode(attempt))
            {
                found.TryAdd(mark.Says, mark);
            }

            if (found.Count > 0)
            {
                break;
            }
        }

        return found.Count > 0 ? [.. found.Values] : await MarkPrograms.ReadAsync(picture, cancellation);
    }

    // Small marks want to be larger, large ones in a sharp picture smaller.
    private static IEnumerable<GrayPicture> Attempts(GrayPicture picture, GrayPicture flat)
    {
        yield return picture;
        yield return flat;
        yield return picture.Scaled(0.5);
        if (picture.LongSide <= 1_600)
        {
            yield return flat.Scaled(2);
        }
    }

    private static IEnumerable<FoundMark> Decode(GrayPicture picture)
    {
        var source = new RGBLuminanceSource(picture.Dots, picture.Width, picture.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        var results = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), Hints) ?? [];
        return results.Where(result => result.Text is { Length: > 0 and <= MaxSaid }).Select(result => new FoundMark(result.Text, AngleOf(result.ResultPoints)));
    }

    // The points are the middles of the corners: low left, top left, top right.
    private static double AngleOf(ResultPoint[] points) => points.Length < 3 ? 0 : Math.Atan2(points[2].Y - points[1].Y, points[2].X - points[1].X);
}
