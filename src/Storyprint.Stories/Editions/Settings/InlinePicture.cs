using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>A small picture within a setting, so that it has a history and goes into every backup as the words around it do.</summary>
/// <param name="MediaType">As its first bytes say.</param>
public sealed record InlinePicture(string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>In bytes. A logo on every page must not be the heaviest thing on it.</summary>
    public const int MaxLength = 64 * 1024;

    private const string Prefix = "data:image/";

    /// <summary>Parses a <c>data:</c> address.</summary>
    public static bool TryParse(string? address, [NotNullWhen(true)] out InlinePicture? picture)
    {
        picture = null;
        if (address?.StartsWith(Prefix, StringComparison.Ordinal) != true || address.Length > Prefix.Length + 20 + (MaxLength * 4 / 3) || address.Split(";base64,") is not [_, var encoded]
            || !Base64.IsValid(encoded))
        {
            return false;
        }

        var bytes = Convert.FromBase64String(encoded);
        picture = TypeOf(bytes) is { } type && bytes.Length <= MaxLength ? new InlinePicture(type, bytes) : null;
        return picture is not null;
    }

    /// <summary>The picture as a <c>data:</c> address.</summary>
    public override string ToString() => $"data:{MediaType};base64,{Convert.ToBase64String(Bytes.Span)}";

    /// <summary>The picture of a file, or null where it is none of these kinds or too large.</summary>
    public static InlinePicture? FromFile(ReadOnlyMemory<byte> file) => file.Length <= MaxLength && TypeOf(file.Span) is { } type ? new InlinePicture(type, file) : null;

    // By the bytes and not by the name: a document that runs is no picture, whatever it calls itself. SVG may run.
    private static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
