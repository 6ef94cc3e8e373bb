using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;
using Storyprint.Print.Marks;
using Storyprint.Print.Pictures;

namespace Storyprint.Tests.Print.Pictures;

public sealed class PngWriterTests
{
    private static readonly byte[] Greys = [.. Enumerable.Range(0, 256).SelectMany(grey => Enumerable.Repeat((byte)grey, 3))];

    public static TheoryData<string> Pictures => ["one colour", "noise", "letters", "one pixel", "runs of every length"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_lines_of_a_picture_are_unpacked_as_they_were(string name)
    {
        var (pixels, width) = Pixels(name);
        var file = PngWriter.Write(pixels, width, pixels.Length / width, Greys);
        byte[] lines = [.. pixels.Chunk(width).SelectMany(line => line.Prepend((byte)0))];
        Assert.Equal(lines, Unpacked(file));
        using var picture = SKBitmap.Decode(file);
        Assert.Equal(pixels[^1], picture.GetPixel(picture.Width - 1, picture.Height - 1).Red);
    }

    [Fact]
    public void A_mark_has_each_of_its_modules_in_its_place()
    {
        var mark = QrSymbol.Create("https://ledger.example/20001.1", QrErrorCorrection.Q);
        using var picture = SKBitmap.Decode(mark.Png(3));
        Assert.All(Enumerable.Range(0, picture.Width * picture.Height), pixel =>
        {
            var (x, y) = (pixel % picture.Width, pixel / picture.Width);
            Assert.Equal(mark.IsDark(x / 3, y / 3), picture.GetPixel(x, y).Red == 0);
        });
    }

    private static (byte[] Pixels, int Width) Pixels(string name)
    {
        var random = new Random(1);
        return name switch
        {
            "one colour" => (new byte[1200 * 630], 1200),
            "noise" => ([.. Enumerable.Range(0, 300 * 400).Select(_ => (byte)random.Next(256))], 300),
            "letters" => ([.. Enumerable.Range(0, 1000 * 100).Select(_ => (byte)(random.Next(9) > 0 ? 0 : random.Next(48)))], 1000),
            "one pixel" => ([7], 1),
            _ => ([.. Enumerable.Range(1, 600).SelectMany(length => Enumerable.Repeat((byte)length, length)), .. new byte[300]], 100),
        };
    }

    private static byte[] Unpacked(byte[] file)
    {
        for (var at = 8; ;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                using var unpacked = new MemoryStream();
                using var packed = new ZLibStream(new MemoryStream(file, at + 8, length), CompressionMode.Decompress);
                packed.CopyTo(unpacked);
                return unpacked.ToArray();
            }

            at += 12 + length;
        }
    }
}
