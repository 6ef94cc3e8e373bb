using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Storyprint.Provenance.Entries;

/// <summary>Parses the lines of an entry, each a word, a space and a value, in a fixed order.</summary>
internal static class EntryLines
{
    /// <summary>Splits ASCII lines, of which the last one also ends with LF. CR and other control characters are refused.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string[]? lines)
    {
        lines = null;
        if (bytes.IsEmpty || bytes[^1] != (byte)'\n')
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(bytes[..^1]);
        lines = text.Any(sign => sign is not '\n' and (< ' ' or > '~')) ? null : text.Split('\n');
        return lines is not null;
    }

    /// <summary>The value of a line that begins with this word, or null.</summary>
    public static string? Value(string line, string word) =>
        line.Length > word.Length + 1 && line.StartsWith(word, StringComparison.Ordinal) && line[word.Length] == ' ' ? line[(word.Length + 1)..] : null;
}
