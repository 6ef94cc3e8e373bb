using SkiaSharp;
using Storyprint.Storage.Pictures;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class ExifOrientationTests
{
    private const int Width = 3;
    private const int Height = 2;

    // Where the pixel (x, y) of the stored picture stands in the upright one, for EXIF's "row 0 is the visual …, column 0 the visual …".
    public static TheoryData<SKEncodedOrigin> Origins => [.. Enum.GetValues<SKEncodedOrigin>().Distinct()];

    [Theory]
    [MemberData(nameof(Origins))]
    public void Each_orientation_is_turned_upright(SKEncodedOrigin origin)
    {
        var isTurned = (int)origin >= 5;
        var stored = new SKBitmap(isTurned ? Height : Width, isTurned ? Width : Height);
        for (var y = 0; y < stored.Height; y++)
        {
            for (var x = 0; x < stored.Width; x++)
            {
                var (column, row) = Upright(origin, x, y);
                stored.SetPixel(x, y, Colour(column, row));
            }
        }

        using var upright = ExifOrientation.Apply(stored, origin);
        Assert.Equal((Width, Height), (upright.Width, upright.Height));
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                Assert.Equal(Colour(x, y), upright.GetPixel(x, y));
            }
        }
    }

    [Theory]
    [InlineData(1, 30, 20)]
    [InlineData(3, 30, 20)]
    [InlineData(6, 20, 30)]
    [InlineData(8, 20, 30)]
    public void A_pictures_size_is_that_of_the_upright_one(byte orientation, int width, int height)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(Jpeg(orientation)));
        Assert.Equal((width, height), ExifOrientation.Size(codec));
    }

    private static (int Column, int Row) Upright(SKEncodedOrigin origin, int x, int y) => (int)origin switch
    {
        2 => (Width - 1 - x, y),
        3 => (Width - 1 - x, Height - 1 - y),
        4 => (x, Height - 1 - y),
        5 => (y, x),
        6 => (Width - 1 - y, x),
        7 => (Width - 1 - y, Height - 1 - x),
        8 => (y, Height - 1 - x),
        _ => (x, y),
    };

    private static SKColor Colour(int x, int y) => new((byte)(40 * (x + 1)), (byte)(90 * (y + 1)), 7);

    // 30 × 20 pixels as stored, with an EXIF segment that holds the orientation alone.
    private static byte[] Jpeg(byte orientation)
    {
        using var bitmap = new SKBitmap(30, 20);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var plain = data.ToArray();
        return [.. plain.AsSpan(0, 2), .. exif, .. plain.AsSpan(2)];
    }
}
