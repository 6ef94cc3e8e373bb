using System.Text;

namespace Storyprint.Verification.Marks;

/// <summary>
/// Reads a QR code (ISO/IEC 18004) from its modules as a program drew them: nothing is corrected. Every codeword must be right, those of the error correction too,
/// for a scanner would take a symbol with other ones for another text.
/// </summary>
internal static class QrReader
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <summary>The text; null where the modules are no whole symbol.</summary>
    /// <param name="isDark">Rows of modules without the quiet zone.</param>
    public static string? Read(bool[,] isDark)
    {
        var size = isDark.GetLength(0);
        if (size != isDark.GetLength(1) || size % 4 != 1 || QrShape.Of((size - 17) / 4) is not { } shape || Format(isDark) is not var (level, mask)
            || QrBlocks.Of(shape.Version, level) is not { } blocks)
        {
            return null;
        }

        var codewords = new byte[shape.Codewords];
        var bit = 0;
        foreach (var (x, y) in shape.DataModules())
        {
            if (bit < codewords.Length * 8 && isDark[y, x] != IsMasked(mask, x, y))
            {
                codewords[bit / 8] |= (byte)(0x80 >> (bit % 8));
            }

            bit++;
        }

        return blocks.Data(codewords) is { } data ? Text(data, shape.Version) : null;
    }

    // Both copies must say the same, and be a word of the code.
    private static (int Level, int Mask)? Format(bool[,] isDark)
    {
        var size = isDark.GetLength(0);
        int first = 0, second = 0;
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
            first |= (isDark[y, x] ? 1 : 0) << i;
            (x, y) = i < 8 ? (size - 1 - i, 8) : (8, size - 15 + i);
            second |= (isDark[y, x] ? 1 : 0) << i;
        }

        var data = (first ^ 0x5412) >> 10;
        var rest = data;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        return first == second && (((data << 10) | rest) ^ 0x5412) == first ? (data >> 3, data & 7) : null;
    }

    private static bool IsMasked(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    private static string? Text(byte[] data, int version)
    {
        var text = new List<byte>();
        var bits = new BitReader(data);
        while (bits.Left >= 4 && bits.Take(4) is var mode and not 0)
        {
            if (mode == 7)
            {
                // An ECI designator names a character set; a link is ASCII in all of them.
                bits.Take(8);
                continue;
            }

            var length = bits.Take((mode, version) switch { (4, < 10) => 8, (4, _) => 16, (2, < 10) => 9, (2, < 27) => 11, (2, _) => 13, (1, < 10) => 10, (1, < 27) => 12, _ => 14 });
            switch (mode)
            {
                case 4:
                    for (; length > 0; length--)
                    {
                        text.Add((byte)bits.Take(8));
                    }

                    break;
                case 2:
                    for (; length > 1; length -= 2)
                    {
                        var pair = bits.Take(11);
                        text.AddRange(Encoding.ASCII.GetBytes($"{Alphanumeric[pair / 45 % 45]}{Alphanumeric[pair % 45]}"));
                    }

                    text.AddRange(length == 1 ? Encoding.ASCII.GetBytes($"{Alphanumeric[bits.Take(6) % 45]}") : []);
                    break;
                case 1:
                    for (; length > 0; length -= 3)
                    {
                        var digits = Math.Min(length, 3);
                        text.AddRange(Encoding.ASCII.GetBytes(bits.Take((digits * 3) + 1).ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture)));
                    }

                    break;
                default:
                    return null;
            }
        }

        return bits.IsOver ? null : Encoding.UTF8.GetString([.. text]);
    }

    private sealed class BitReader(byte[] bytes)
    {
        private int at;

        public int Left => Math.Max(0, (bytes.Length * 8) - at);

        public bool IsOver => at > bytes.Length * 8;

        public int Take(int count)
        {
            var value = 0;
            for (; count > 0; count--, at++)
            {
                value = (value << 1) | (at < bytes.Length * 8 ? (bytes[at / 8] >> (7 - (at % 8))) & 1 : 0);
            }

            return value;
        }
    }
}
