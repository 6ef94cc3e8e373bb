using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.SavedPages;

/// <summary>Detects the encoding of a saved page: byte order mark, UTF-8, or the declared one.</summary>
internal static partial class TextEncodingDetector
{
    private const string Unreadable = "The file is no text in an encoding that can be told. Open it, save it as UTF-8 and import it again.";

    /// <summary>The text; or why it cannot be read.</summary>
    public static (string? Text, string Reason) Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
        {
            return Strict(Encoding.UTF8, content[3..]);
        }

        if (content.StartsWith(new byte[] { 0xFF, 0xFE }))
        {
            return Strict(Encoding.Unicode, content[2..]);
        }

        if (content.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            return Strict(Encoding.BigEndianUnicode, content[2..]);
        }

        if (content.Contains((byte)0))
        {
            return (null, "The file holds bytes no text has. It may be a picture or a document under a wrong name.");
        }

        var utf8 = Strict(Encoding.UTF8, content);
        var declared = Declared(content);
        return utf8.Text is not null || declared is null ? utf8 : Strict(declared, content);
    }

    // Only single-byte encodings: the others are recognised by their bytes.
    private static Encoding? Declared(ReadOnlySpan<byte> content)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(content[..Math.Min(content.Length, 4096)]));
        var name = match.Success ? match.Groups[1].Value.ToLowerInvariant() : string.Empty;
        return name switch
        {
            "" or "utf-8" or "utf8" => null,
            "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name),
        };
    }

    private static (string? Text, string Reason) Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return (strict.GetString(bytes), string.Empty);
        }
        catch (DecoderFallbackException)
        {
            return (null, Unreadable);
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
