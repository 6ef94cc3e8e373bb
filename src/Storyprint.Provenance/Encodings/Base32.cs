using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Provenance.Encodings;

/// <summary>Base32 (RFC 4648 section 6) without padding. A QR code stores upper case in five and a half bits per character.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        int held = 0, bits = 0, at = 0;
        foreach (var value in bytes)
        {
            held = (held << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[at++] = Alphabet[(held >> (bits - 5)) & 31];
            }

            held &= 31;
        }

        if (bits > 0)
        {
            text[at] = Alphabet[(held << (5 - bits)) & 31];
        }

        return new string(text);
    }

    /// <summary>Decodes either case. Stray low bits and impossible lengths are refused, so every value has a single encoding.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var decoded = new byte[text.Length * 5 / 8];
        int held = 0, bits = 0, at = 0;
        foreach (var sign in text)
        {
            var value = char.IsAscii(sign) ? Alphabet.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal) : -1;
            if (value < 0)
            {
                return false;
            }

            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                decoded[at++] = (byte)(held >> bits);
            }

            held &= (1 << bits) - 1;
        }

        if (bits >= 5 || held != 0)
        {
            return false;
        }

        bytes = decoded;
        return true;
    }
}
