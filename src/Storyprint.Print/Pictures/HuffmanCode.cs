namespace Storyprint.Print.Pictures;

/// <summary>The Huffman codes of deflate (RFC 1951, 3.2.2), which are told by their lengths.</summary>
internal static class HuffmanCode
{
    private const int MaxLength = 15;

    /// <summary>How many bits each symbol gets; none where it does not occur. At least two symbols must.</summary>
    public static byte[] Lengths(ReadOnlySpan<int> counts)
    {
        var weights = counts.ToArray();
        while (true)
        {
            var lengths = Tree(weights);
            if (lengths.Max() <= MaxLength)
            {
                return lengths;
            }

            // Rare symbols lie too deep: weights that are nearer to each other make a flatter tree.
            for (var symbol = 0; symbol < weights.Length; symbol++)
            {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
        }
    }

    /// <summary>The codes, their first bit lowest, as deflate writes them.</summary>
    public static uint[] Of(ReadOnlySpan<byte> lengths)
    {
        var codes = new uint[lengths.Length];
        var code = 0u;
        for (var length = 1; length <= MaxLength; length++, code <<= 1)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = Reversed(code++, length);
                }
            }
        }

        return codes;
    }

    private static uint Reversed(uint code, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++)
        {
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        }

        return reversed;
    }

    // The two lightest trees become one until there is one.
    private static byte[] Tree(int[] weights)
    {
        var parents = new int[2 * weights.Length];
        var waiting = new PriorityQueue<int, long>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            if (weights[symbol] > 0)
            {
                waiting.Enqueue(symbol, weights[symbol]);
            }
        }

        var node = weights.Length;
        while (waiting.TryDequeue(out var one, out var weight) && waiting.TryDequeue(out var other, out var otherWeight))
        {
            parents[one] = parents[other] = node;
            waiting.Enqueue(node++, weight + otherWeight);
        }

        // A parent has a higher number than its children, and the root has no parent.
        var depths = new byte[node];
        for (var inner = node - 2; inner >= 0; inner--)
        {
            depths[inner] = parents[inner] == 0 ? (byte)0 : (byte)Math.Min(depths[parents[inner]] + 1, byte.MaxValue);
        }

        return depths[..weights.Length];
    }
}
