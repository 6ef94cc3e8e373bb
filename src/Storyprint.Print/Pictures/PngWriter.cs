using System.Buffers.Binary;
using System.IO.Compression;

namespace Storyprint.Print.Pictures;

/// <summary>Writes pictures of few colours as PNG (ISO/IEC 15948), several times faster than a drawing library.</summary>
public static class PngWriter
{
    // Such pictures are runs of equal pixels: run-length matching alone takes a third of the time of full compression, for a fifth more bytes.
    private static readonly ZLibCompressionOptions Packing = new() { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    // Filter types (9.2): none, and the difference from the line above.
    private const byte Plain = 0;
    private const byte Up = 2;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    /// <param name="pixels">The palette index of each pixel.</param>
    /// <param name="palette">Red, green and blue of up to 256 colours.</param>
    public static byte[] Write(byte[] pixels, int width, int height, byte[] palette) => Write(width, height, 8, palette, lines =>
    {
        for (var y = 0; y < height; y++)
        {
            lines.WriteByte(Plain);
            lines.Write(pixels, y * width, width);
        }
    });

    /// <summary>A square of black and white modules.</summary>
    /// <param name="size">Modules a side.</param>
    /// <param name="pixelsPerModule">Side of a module in pixels.</param>
    /// <param name="isDark">Whether the module of a column and a row is black.</param>
    public static byte[] WriteModules(int size, int pixelsPerModule, Func<int, int, bool> isDark) => Write(size * pixelsPerModule, size * pixelsPerModule, 1, [], lines =>
    {
        var line = new byte[((size * pixelsPerModule) + 7) / 8];
        var same = new byte[line.Length];
        for (var row = 0; row < size; row++)
        {
            Array.Fill(line, byte.MaxValue);
            for (var column = 0; column < size; column++)
            {
                if (isDark(column, row))
                {
                    Blacken(line, column * pixelsPerModule, pixelsPerModule);
                }
            }

            lines.WriteByte(Plain);
            lines.Write(line);
            for (var again = 1; again < pixelsPerModule; again++)
            {
                lines.WriteByte(Up);
                lines.Write(same);
            }
        }
    });

    private static void Blacken(byte[] line, int from, int count)
    {
        for (var x = from; x < from + count; x++)
        {
            line[x / 8] &= (byte)~(0x80 >> (x % 8));
        }
    }

    // Without a palette a picture is greyscale.
    private static byte[] Write(int width, int height, byte bits, byte[] palette, Action<Stream> writeLines)
    {
        using var packed = new MemoryStream(40 * 1024);
        using (var lines = new ZLibStream(packed, Packing, leaveOpen: true))
        {
            writeLines(lines);
        }

        using var file = new MemoryStream((int)packed.Length + 1024);
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);

        // Colour type: indexed or greyscale (table 11.1). The remaining bytes are zero: deflate, no interlace.
        (head[8], head[9]) = (bits, palette.Length > 0 ? (byte)3 : (byte)0);
        Chunk(file, "IHDR"u8, head);
        if (palette.Length > 0)
        {
            Chunk(file, "PLTE"u8, palette);
        }

        Chunk(file, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(Sum(uint.MaxValue, type), data));
        file.Write(number);
    }

    // CRC-32 as annex D gives it.
    private static uint Sum(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            sum = Remainders[(sum ^ value) & 0xFF] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
