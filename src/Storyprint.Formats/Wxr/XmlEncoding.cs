using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Wxr;

/// <summary>The encoding that an XML file declares; UTF-8 where it is missing or unknown. Byte order marks are handled by the stream reader.</summary>
internal static partial class XmlEncoding
{
    public static Encoding Detect(FileStream stream)
    {
        Span<byte> head = stackalloc byte[256];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var match = Declared().Match(Encoding.Latin1.GetString(head[..read]));
        if (!match.Success)
        {
            return Encoding.UTF8;
        }

        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(match.Groups[1].Value) ?? Known(match.Groups[1].Value);

        // A declaration that is readable byte by byte is not in UTF-16 or UTF-32.
        return encoding is null or UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : encoding;
    }

    private static Encoding? Known(string name) =>
        Encoding.GetEncodings().FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))?.GetEncoding();

    [GeneratedRegex("""^\s*(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();
}
