using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Storyprint.Tests.Storage.Library;

/// <summary>Pictures whose files say something of themselves, made byte by byte.</summary>
internal static class DescribedJpeg
{
    /// <summary>A drawing that no other seed looks like.</summary>
    /// <param name="quality">Of the JPEG; another gives other bytes and the same look.</param>
    public static byte[] Drawing(int seed, int width = 400, int height = 300, int quality = 90)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(new SKColor((uint)random.Next() | 0xFF000000));
            for (var line = 0; line < 12; line++)
            {
                using var paint = new SKPaint { Color = new SKColor((uint)random.Next() | 0xFF000000) };
                canvas.DrawRect((float)random.NextDouble() * width, (float)random.NextDouble() * height, width / 4f, height / 4f, paint);
            }
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return encoded.ToArray();
    }

    /// <summary>The picture with an XMP packet (properties of an <c>rdf:Description</c>, as XML).</summary>
    public static byte[] WithXmp(byte[] jpeg, string properties, string before = "") => With(jpeg, 0xE1, [
        .. "http://ns.adobe.com/xap/1.0/\0"u8,
        .. Encoding.UTF8.GetBytes($"""
            {before}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
             xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
            {properties}</rdf:Description></rdf:RDF></x:xmpmeta>
            """),
    ]);

    /// <summary>The picture with datasets of IPTC's IIM, each a record 2 dataset with its text in UTF-8.</summary>
    public static byte[] WithIptc(byte[] jpeg, params (byte Dataset, string Text)[] datasets)
    {
        List<byte> iim = [0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47];
        foreach (var (dataset, text) in datasets)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            iim.AddRange([0x1C, 2, dataset, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes]);
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, iim.Count);
        return With(jpeg, 0xED, [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 0x04, 0x04, 0, 0, .. length, .. iim, .. iim.Count % 2 == 0 ? Array.Empty<byte>() : [0]]);
    }

    /// <summary>The picture with texts of EXIF's first directory, and a place on Earth.</summary>
    public static byte[] WithExif(byte[] jpeg, params (ushort Tag, string Text)[] texts)
    {
        List<byte> directory = [0, (byte)(texts.Length + 1)];
        List<byte> after = [];
        var start = 8 + 2 + (12 * (texts.Length + 1)) + 4;
        foreach (var (tag, text) in texts.OrderBy(each => each.Tag))
        {
            var bytes = Encoding.UTF8.GetBytes(text + "\0").Concat(new byte[4]).Take(Math.Max(4, text.Length + 1)).ToArray();
            directory.AddRange([(byte)(tag >> 8), (byte)tag, 0, 2, .. Number(bytes.Length)]);
            directory.AddRange(bytes.Length <= 4 ? bytes : Number(start + after.Count));
            after.AddRange(bytes.Length <= 4 ? [] : bytes);
        }

        // 0x8825: the directory of the place, with its latitude's letter.
        directory.AddRange([0x88, 0x25, 0, 4, 0, 0, 0, 1, .. Number(start + after.Count)]);
        byte[] place = [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0];
        return With(jpeg, 0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, .. directory, 0, 0, 0, 0, .. after, .. place]);
    }

    private static byte[] Number(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] With(byte[] jpeg, byte marker, byte[] segment) => [.. jpeg.AsSpan(0, 2), 0xFF, marker, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, .. jpeg.AsSpan(2)];
}
