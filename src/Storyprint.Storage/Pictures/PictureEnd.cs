using System.Buffers.Binary;

namespace Storyprint.Storage.Pictures;

/// <summary>Detects truncated picture files. A decoder shows what there is of one, half a picture and grey below, without an error.</summary>
internal static class PictureEnd
{
    /// <param name="bytes">A file that a decoder recognises.</param>
    public static bool IsReached(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => IsJpegWhole(bytes),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => IsPngWhole(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => bytes.Length >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L <= bytes.Length,
        [(byte)'G', (byte)'I', (byte)'F', ..] => bytes.TrimEnd((byte)0) is [.., 0x3B],
        _ => true,
    };

    // PNG 5.3: length, type, data, checksum; IEND is the last chunk.
    private static bool IsPngWhole(ReadOnlySpan<byte> bytes)
    {
        for (long at = 8; at + 12 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..8].SequenceEqual("IEND"u8))
            {
                return true;
            }

            at += length + 12L;
        }

        return false;
    }

    // ITU T.81 B.1: segments have a length; the data after a start of scan ends at the next marker that is neither a restart nor a stuffed zero.
    private static bool IsJpegWhole(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return false;
            }

            at += next + 1;
            var marker = bytes[at];
            if (marker == 0xD9)
            {
                return true;
            }

            if (marker is 0xFF)
            {
                continue;
            }

            at++;
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (at + 2 > bytes.Length)
            {
                return false;
            }

            at += BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (at > bytes.Length)
            {
                return false;
            }
        }
    }
}
