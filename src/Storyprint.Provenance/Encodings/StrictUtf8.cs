using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Storyprint.Provenance.Encodings;

/// <summary>UTF-8 that is refused, not repaired, where it is damaged.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] GetBytes(string text) => Encoding.GetBytes(text);

    public static bool TryGetString(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>The lines of a text in which every line, also the last, ends with one LF; the line ends are left out.</summary>
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
