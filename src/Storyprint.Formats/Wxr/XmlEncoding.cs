using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Formats.Encodings;

namespace Storyprint.Formats.Wxr;

/// <summary>The encoding of an XML file: by its first bytes, or as it declares; UTF-8 where that is missing or unknown.</summary>
internal static partial class XmlEncoding
{
    public static Encoding Detect(Stream stream)
    {
        Span<byte> head = stackalloc byte[256];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (TextEncodings.Of(head[..read]) is { } told)
        {
            return told.Encoding is UTF8Encoding ? GuessedBytes.Utf8 : told.Encoding;
        }

        var match = Declared().Match(Encoding.Latin1.GetString(head[..read]));
        return (match.Success ? TextEncodings.Labelled(match.Groups[1].Value) : null) ?? GuessedBytes.Utf8;
    }

    [GeneratedRegex("""^\s*(?:ï»¿\s*)*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();
}
