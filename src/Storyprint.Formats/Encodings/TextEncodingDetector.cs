using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Encodings;

/// <summary>A text of a file; or why it cannot be read.</summary>
/// <param name="Reason">A sentence with what to do about it; empty where there is a text.</param>
internal sealed record DecodedText(string? Text, string Reason)
{
    /// <summary>The line of the first byte that cannot be read, from 1; 0 where there is none.</summary>
    public int Line { get; init; }

    /// <summary>What speaks against publishing a text whose encoding was guessed, as a clause; null where nothing was.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether bytes were read in an encoding that nobody named.</summary>
    public bool IsGuessed => Doubt is not null;
}

/// <summary>Detects the encoding of a text file: byte order mark, UTF-8, or the declared one.</summary>
internal static partial class TextEncodingDetector
{
    private const int ReadableForEachGuess = 4;
    private const string SomeGuessed = "Some characters could not be read as UTF-8 and were taken for Windows-1252; save the file as UTF-8 and import it again if they are wrong";

    /// <summary>The text; or why it cannot be read.</summary>
    /// <param name="unlabelled">What is known of texts that are no UTF-8 and do not say what they are; null for nothing.</param>
    public static DecodedText Decode(byte[] bytes, UnlabelledText? unlabelled = null)
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
            ?? (unlabelled?.Encoding is { } given ? Strict(given, content) : null)
            ?? Guessed(content, isLabelled: label.Success && label.Groups[1].Value.Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase))
            ?? (unlabelled?.Encoding is null ? unlabelled?.Guess(content) : null)
            ?? Unreadable(content, unlabelled);
    }

    internal static DecodedText? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
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
        return isLabelled || readable >= ReadableForEachGuess * guesses ? new DecodedText(GuessedBytes.Read(text), string.Empty) { Doubt = SomeGuessed } : null;
    }

    private static DecodedText Unreadable(ReadOnlySpan<byte> bytes, UnlabelledText? unlabelled = null)
    {
        var text = GuessedBytes.Utf8.GetString(bytes);
        var line = 1 + text.AsSpan(0, Math.Max(0, GuessedBytes.First(text))).Count('\n');
        var other = unlabelled is null ? string.Empty
            : unlabelled.Encoding is { } given ? $" It is no {given.WebName} either."
            : " Or name the encoding that it has: --encoding windows-1256, for one.";
        return new DecodedText(null, $"Line {line} is not UTF-8 text. Save the file as UTF-8 and import it again.{other}") { Line = line };
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
