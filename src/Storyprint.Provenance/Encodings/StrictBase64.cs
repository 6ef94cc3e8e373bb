using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Provenance.Encodings;

/// <summary>
/// Base64 (RFC 4648 section 4) with a single encoding of each value: .NET's decoder skips white space and stray low bits, so two different files could have
/// "the same" signature.
/// </summary>
internal static class StrictBase64
{
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 4 != 0)
        {
            return false;
        }

        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, buffer, out var written) || !text.SequenceEqual(Convert.ToBase64String(buffer, 0, written)))
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }
}
