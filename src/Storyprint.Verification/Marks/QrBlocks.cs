namespace Storyprint.Verification.Marks;

/// <summary>How the codewords of a QR code are dealt out to blocks, and whether each block's error correction is that of its data (ISO/IEC 18004, tables 9 and annex A).</summary>
internal sealed class QrBlocks
{
    /// <summary>Marks on paper are smaller: a denser symbol would be read from no photocopy.</summary>
    public const int MaxVersion = 20;

    // Indexed by the two bits of the format information: M, L, H, Q.
    private static readonly int[][] CorrectionLengths =
    [
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
    ];

    private static readonly int[][] Counts =
    [
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
        [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25],
        [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
    ];

    private readonly int count;
    private readonly int correction;

    private QrBlocks(int count, int correction) => (this.count, this.correction) = (count, correction);

    /// <param name="level">The two bits of the format.</param>
    public static QrBlocks? Of(int version, int level) =>
        version is >= 1 and <= MaxVersion ? new QrBlocks(Counts[level][version - 1], CorrectionLengths[level][version - 1]) : null;

    /// <summary>The data in its order; null where a codeword is not what it must be.</summary>
    public byte[]? Data(byte[] codewords)
    {
        var shortLength = (codewords.Length / count) - correction;
        var longFrom = count - (codewords.Length % count);
        var data = new List<byte>[count];
        var check = new byte[count][];
        for (var block = 0; block < count; block++)
        {
            (data[block], check[block]) = ([], new byte[correction]);
        }

        var at = 0;
        for (var index = 0; index <= shortLength; index++)
        {
            for (var block = index == shortLength ? longFrom : 0; block < count; block++)
            {
                data[block].Add(codewords[at++]);
            }
        }

        for (var index = 0; index < correction; index++)
        {
            for (var block = 0; block < count; block++)
            {
                check[block][index] = codewords[at++];
            }
        }

        return data.Zip(check).All(block => Correction([.. block.First]).AsSpan().SequenceEqual(block.Second)) ? [.. data.SelectMany(block => block)] : null;
    }

    // Reed-Solomon over GF(256) with the polynomial 0x11D: the rest of the data divided by the generator.
    private byte[] Correction(byte[] data)
    {
        var generator = new byte[correction];
        generator[^1] = 1;
        var root = 1;
        for (var degree = 0; degree < correction; degree++)
        {
            for (var index = 0; index < correction; index++)
            {
                generator[index] = (byte)(Multiply(generator[index], root) ^ (index + 1 < correction ? generator[index + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        var rest = new byte[correction];
        foreach (var value in data)
        {
            var factor = value ^ rest[0];
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            for (var index = 0; index < correction; index++)
            {
                rest[index] ^= (byte)Multiply(generator[index], factor);
            }
        }

        return rest;
    }

    private static int Multiply(int one, int other)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((other >> bit) & 1) * one;
        }

        return product;
    }
}
