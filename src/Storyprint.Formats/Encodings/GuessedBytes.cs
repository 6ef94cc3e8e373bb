using System.Text;

namespace Storyprint.Formats.Encodings;

/// <summary>
/// Bytes that are no UTF-8 though the file says so. They pass the XML reader as characters of a private plane, so that it is known which item held them, and are
/// read there as Windows-1252, which they are in most files that lie.
/// </summary>
internal static class GuessedBytes
{
    // U+10FF00 and the byte: nobody uses the end of the last private plane.
    private const char High = '\uDBFF';
    private const char Low = '\uDF00';

    /// <summary>UTF-8 that keeps what it cannot read.</summary>
    public static Encoding Utf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new Fallback());

    public static bool AreIn(string text) => First(text) >= 0;

    /// <summary>The place of the first, or -1.</summary>
    public static int First(string text)
    {
        for (var at = text.IndexOf(High, StringComparison.Ordinal); at >= 0; at = text.IndexOf(High, at + 1))
        {
            if (IsAt(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    public static int Count(string text) => Enumerable.Range(0, text.Length).Count(at => IsAt(text, at));

    /// <summary>The text with each byte as the character it has in Windows-1252.</summary>
    public static string Read(string text)
    {
        var read = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            read.Append(IsAt(text, at) ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)(text[++at] - Low)]) : text[at]);
        }

        return read.ToString();
    }

    private static bool IsAt(string text, int at) => text[at] == High && at + 1 < text.Length && text[at + 1] is >= Low and < (char)(Low + 256);

    private sealed class Fallback : DecoderFallback
    {
        public override int MaxCharCount => 8;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string left = string.Empty;
        private int at;

        public override int Remaining => left.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (left, at) = (string.Concat(bytesUnknown.SelectMany(unknown => new[] { High, (char)(Low + unknown) })), 0);
            return true;
        }

        public override char GetNextChar() => at < left.Length ? left[at++] : '\0';

        public override bool MovePrevious()
        {
            at = at > 0 ? at - 1 : 0;
            return at > 0;
        }

        public override void Reset() => (left, at) = (string.Empty, 0);
    }
}
