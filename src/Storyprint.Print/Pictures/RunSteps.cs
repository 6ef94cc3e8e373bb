using System.Buffers.Binary;

namespace Storyprint.Print.Pictures;

/// <summary>Bytes and runs of the byte before as a block of deflate (RFC 1951) with codes of its own. A step is a byte, or 256 + the length of a run.</summary>
internal static class RunSteps
{
    public const int MinRun = 3;
    public const int MaxRun = 258;

    private const int EndOfBlock = 256;
    private const int Symbols = 286;

    // Symbols that say how long a run is, from 257 on: the shortest of each (3.2.5).
    private static readonly int[] Shortest = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    // The code in which the lengths of the codes are written (3.2.7): rows of zeros, symbol 18, are its commonest.
    private const int Zeros = 18;
    private static readonly byte[] LengthLengths = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 0, 0, 3];
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly uint[] LengthCode = HuffmanCode.Of(LengthLengths);

    private static readonly Kind[] Kinds = [.. Enumerable.Range(0, EndOfBlock + MaxRun + 1).Select(KindOf)];

    public static ushort Run(int length) => (ushort)(EndOfBlock + length);

    /// <summary>A zlib stream (RFC 1950).</summary>
    /// <param name="adler">Adler-32 of all bytes that the steps stand for.</param>
    public static byte[] Write(ReadOnlySpan<ushort> steps, uint adler)
    {
        var counts = new int[Symbols];
        foreach (var step in steps)
        {
            counts[Kinds[step].Symbol]++;
        }

        counts[EndOfBlock]++;
        var lengths = HuffmanCode.Lengths(counts);
        var code = HuffmanCode.Of(lengths);
        var bits = new BitRow(MostBytes(counts, lengths));

        // Deflate with a window of 32 KB; no preset dictionary.
        bits.Write(0x0178, 16);
        WriteHead(bits, lengths);
        WriteSteps(bits, steps, [.. Kinds.Select(kind => CodeOf(kind, code, lengths))]);
        bits.Write(code[EndOfBlock], lengths[EndOfBlock]);
        bits.EndByte();
        bits.Write(BinaryPrimitives.ReverseEndianness(adler), 32);
        return bits.ToArray();
    }

    private static void WriteHead(BitRow bits, byte[] lengths)
    {
        // The last block, of codes of its own: all symbols for bytes and lengths, one distance, and all lengths of codes.
        bits.Write(1 | (2 << 1), 3);
        bits.Write(Symbols - 257, 5);
        bits.Write(0, 5);
        bits.Write((uint)LengthOrder.Length - 4, 4);
        foreach (var symbol in LengthOrder)
        {
            bits.Write(LengthLengths[symbol], 3);
        }

        // The one distance, 1, has a code of one bit.
        for (ReadOnlySpan<byte> all = [.. lengths, 1]; all.Length > 0;)
        {
            var zeros = Math.Min(all.IndexOfAnyExcept((byte)0), 138);
            var symbol = zeros >= 11 ? Zeros : all[0];
            bits.Write(LengthCode[symbol], LengthLengths[symbol]);
            bits.Write(zeros >= 11 ? (uint)zeros - 11 : 0, zeros >= 11 ? 7 : 0);
            all = all[(zeros >= 11 ? zeros : 1)..];
        }
    }

    private static void WriteSteps(BitRow bits, ReadOnlySpan<ushort> steps, (uint Code, int Bits)[] codes)
    {
        foreach (var step in steps)
        {
            var (code, length) = codes[step];
            bits.Write(code, length);
        }
    }

    private static Kind KindOf(int step)
    {
        if (step - EndOfBlock < MinRun)
        {
            return new Kind(Math.Min(step, EndOfBlock), 0, 0);
        }

        var index = Array.FindLastIndex(Shortest, shortest => shortest <= step - EndOfBlock);
        return new Kind(EndOfBlock + 1 + index, (uint)(step - EndOfBlock - Shortest[index]), index is < 8 or 28 ? 0 : (index / 4) - 1);
    }

    private static (uint Code, int Bits) CodeOf(Kind kind, uint[] code, byte[] lengths) =>
        (code[kind.Symbol] | (kind.More << lengths[kind.Symbol]), lengths[kind.Symbol] + kind.MoreBits + (kind.Symbol > EndOfBlock ? 1 : 0));

    // The head takes less than 300 bytes, and no run more than 6 bits beside its code.
    private static int MostBytes(int[] counts, byte[] lengths)
    {
        var bits = 0L;
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            bits += (long)counts[symbol] * (lengths[symbol] + (symbol > EndOfBlock ? 6 : 0));
        }

        return (int)(bits / 8) + 320;
    }

    /// <param name="More">What the symbol leaves open of a run's length.</param>
    private readonly record struct Kind(int Symbol, uint More, int MoreBits);
}
