using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Notes;

/// <summary>The rules for a key's name and for the four bytes that tell keys of one name apart.</summary>
internal static class KeyName
{
    public static bool IsValid(string name) =>
        name.Length > 0 && !name.Contains('+') && !name.EnumerateRunes().Any(rune => Rune.IsWhiteSpace(rune) || rune.Value < 0x20);

    /// <summary>SHA-256(name ‖ LF ‖ type ‖ public key), the first four bytes, big-endian.</summary>
    public static uint IdOf(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. StrictUtf8.GetBytes(name), (byte)'\n', (byte)algorithm, .. publicKey]));
}
