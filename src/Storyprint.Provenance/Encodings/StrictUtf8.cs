using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Storyprint.Provenance.Encodings;

/// <summary>Decodes UTF-8, and refuses malformed input instead of repairing it.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] GetBytes(string text) => Encoding.GetBytes(text);

    public static bool TryGetString(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>The lines of a text in which every line, including the last, ends with one LF; without the line ends.</summary>
    public static bool TryGetLines(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string[]? lines)
    {
        lines = null;
        if (bytes.IsEmpty || bytes[^1] != (byte)'\n' || !TryGetString(bytes[..^1], out var text))
        {
            return false;
        }

        lines = text.Split('\n');
        return true;
    }
}
