using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Wxr;

/// <summary>The encoding an XML file declares; UTF-8 where it declares none we know. Byte order marks are the stream reader's.</summary>
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

        // A declaration that can be read byte by byte cannot be in an encoding of two bytes.
        return encoding is null or UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : encoding;
    }

    private static Encoding? Known(string name) =>
        Encoding.GetEncodings().FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))?.GetEncoding();

    [GeneratedRegex("""^\s*(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declared();
}
