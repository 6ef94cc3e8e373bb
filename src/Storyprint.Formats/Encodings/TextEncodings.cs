using System.Text;

namespace Storyprint.Formats.Encodings;

/// <summary>The encoding of bytes: by their byte order mark, by the zeros of UTF-16 and UTF-32, or by a label as browsers understand it.</summary>
internal static class TextEncodings
{
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <summary>What the first bytes say beyond doubt, and how many of them are marks; null where they say nothing.</summary>
    public static (Encoding Encoding, int Marks)? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, 0, 0, not 0, 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, not 0, 0, 0, 0, not 0, ..] => (Utf32BigEndian, 0),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    /// <summary>The encoding of a label; null for UTF-8, for an encoding of more bytes that a readable label cannot be in, and for one nobody knows.</summary>
    public static Encoding? Labelled(string label) => label.Trim().ToLowerInvariant() switch
    {
        "" or "utf-8" or "utf8" => null,

        // WHATWG, Encoding: these labels mean Windows-1252, for that is what stands under them.
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
        "iso-8859-9" or "latin5" => CodePagesEncodingProvider.Instance.GetEncoding(1254),
        "iso-8859-11" or "tis-620" => CodePagesEncodingProvider.Instance.GetEncoding(874),
        var name => (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Known(name)) is { } encoding and not (UnicodeEncoding or UTF32Encoding or UTF8Encoding) ? encoding : null,
    };

    private static Encoding? Known(string name) =>
        Encoding.GetEncodings().FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))?.GetEncoding();
}
