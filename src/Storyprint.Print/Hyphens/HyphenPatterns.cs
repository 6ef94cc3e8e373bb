namespace Storyprint.Print.Hyphens;

/// <summary>Hyphenation of one language: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), with TeX's patterns.</summary>
public sealed class HyphenPatterns
{
    private readonly Dictionary<string, byte[]> patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> byLetters;
    private readonly Dictionary<string, int[]> exceptions = new(StringComparer.Ordinal);
    private readonly int longest;

    /// <param name="lines">
    /// One per line: a pattern, in which a digit rates its position for a hyphen, odd for good and even for bad, and a full stop is the edge of a word
    /// (<c>.hy3ph</c>); or a word hyphenated by hand (<c>ta-ble</c>; a word that is never hyphenated ends in a hyphen).
    /// </param>
    public HyphenPatterns(IEnumerable<string> lines)
    {
        byLetters = patterns.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.Contains('-', StringComparison.Ordinal))
            {
                exceptions[line.Replace("-", string.Empty, StringComparison.Ordinal)] = Divisions(line);
            }
            else
            {
                longest = Math.Max(longest, Add(line));
            }
        }
    }

    /// <summary>The positions where a word may be hyphenated, as numbers of letters before the hyphen.</summary>
    /// <param name="word">Lower-case letters alone.</param>
    public IEnumerable<int> Breaks(string word)
    {
        if (exceptions.TryGetValue(word, out var known))
        {
            return known.Where(at => at < word.Length);
        }

        var edged = $".{word}.";
        var levels = new byte[edged.Length + 1];
        for (var start = 0; start < edged.Length; start++)
        {
            for (var length = 1; length <= Math.Min(longest, edged.Length - start); length++)
            {
                if (byLetters.TryGetValue(edged.AsSpan(start, length), out var found))
                {
                    for (var at = 0; at < found.Length; at++)
                    {
                        levels[start + at] = Math.Max(levels[start + at], found[at]);
                    }
                }
            }
        }

        return Enumerable.Range(1, Math.Max(0, word.Length - 1)).Where(at => levels[at + 1] % 2 == 1);
    }

    private static int[] Divisions(string divided) =>
        [.. divided.Select((sign, index) => (sign, index)).Where(each => each.sign == '-').Select((each, earlier) => each.index - earlier)];

    private int Add(string pattern)
    {
        var letters = string.Concat(pattern.Where(sign => !char.IsAsciiDigit(sign)));
        var levels = new byte[letters.Length + 1];
        var place = 0;
        foreach (var sign in pattern)
        {
            if (char.IsAsciiDigit(sign))
            {
                levels[place] = (byte)(sign - '0');
            }
            else
            {
                place++;
            }
        }

        patterns[letters] = levels;
        return letters.Length;
    }
}
