using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Encodings;

/// <summary>A text of a file; or why it cannot be read.</summary>
/// <param name="Reason">A sentence with what to do about it; empty where there is a text.</param>
internal sealed record DecodedText(string? Text, string Reason)
{
    /// <summary>The line of the first byte that cannot be read, from 1; 0 where there is none.</summary>
    public int Line { get; init; }

    /// <summary>Whether bytes that are no UTF-8 were read as Windows-1252.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>What speaks against publishing a text with guessed characters, as a clause.</summary>
    public const string Doubt = "Some characters could not be read as UTF-8 and were taken for Windows-1252; save the file as UTF-8 and import it again if they are wrong";
}

/// <summary>Detects the encoding of a text file: byte order mark, UTF-8, or the declared one.</summary>
internal static partial class TextEncodingDetector
{
    private const int ReadableForEachGuess = 4;

    /// <summary>The text; or why it cannot be read.</summary>
    public static DecodedText Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes;
        if (TextEncodings.Of(content) is { } told && told.Encoding is not UTF8Encoding)
        {
            return Strict(told.Encoding, content[told.Marks..]) ?? Unreadable(content);
        }

        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        if (content.Contains((byte)0))
        {
            return new DecodedText(null, "The file holds bytes no text has. It may be a picture or a document under a wrong name.") { Line = 1 };
        }

        if (Strict(Encoding.UTF8, content) is { } utf8)
        {
            return utf8;
        }

        var label = Charset().Match(Encoding.Latin1.GetString(content[..Math.Min(content.Length, 4096)]));
        return (label.Success && TextEncodings.Labelled(label.Groups[1].Value) is { } declared ? Strict(declared, content) : null)
            ?? Guessed(content, isLabelled: label.Success && label.Groups[1].Value.Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase))
            ?? Unreadable(content);
    }

    private static DecodedText? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return new DecodedText(strict.GetString(bytes), string.Empty);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A few bytes in a text that is UTF-8 otherwise, or that says so.
    private static DecodedText? Guessed(ReadOnlySpan<byte> bytes, bool isLabelled)
    {
        var text = GuessedBytes.Utf8.GetString(bytes);
        var guesses = GuessedBytes.Count(text);
        var readable = text.Count(character => character > '\u007F') - (2 * guesses);
        return isLabelled || readable >= ReadableForEachGuess * guesses ? new DecodedText(GuessedBytes.Read(text), string.Empty) { IsGuessed = true } : null;
    }

    private static DecodedText Unreadable(ReadOnlySpan<byte> bytes)
    {
        var text = GuessedBytes.Utf8.GetString(bytes);
        var line = 1 + text.AsSpan(0, Math.Max(0, GuessedBytes.First(text))).Count('\n');
        return new DecodedText(null, $"Line {line} is not UTF-8 text. Save the file as UTF-8 and import it again.") { Line = line };
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
