using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Provenance.Merkle;

/// <summary>A SHA-256 value of 32 bytes, as a value type, so that a million of them are one block of memory.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Sha256Hash
{
    /// <summary>Bytes in a hash: 32.</summary>
    public const int Length = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <summary>Creates a hash of exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than 32 bytes.</exception>
    public Sha256Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A SHA-256 value has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        this = MemoryMarshal.Read<Sha256Hash>(bytes);
    }

    /// <summary>SHA-256 of the bytes as they are, without any prefix.</summary>
    public static Sha256Hash HashData(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return new Sha256Hash(hash);
    }

    /// <summary>Writes the 32 bytes at the start of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for 32 bytes.</exception>
    public void CopyTo(Span<byte> target) => MemoryMarshal.Write(target, in this);

    /// <summary>The 32 bytes in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits, as entries and tests write it.</summary>
    public string ToHex() => Convert.ToHexStringLower(ToArray());

    /// <summary>Reads exactly 64 lower-case hexadecimal digits.</summary>
    public static bool TryParseHex(ReadOnlySpan<char> text, out Sha256Hash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var read = text.Length == Length * 2
            && !text.ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = read ? new Sha256Hash(bytes) : default;
        return read;
    }

    /// <summary>Reads canonical base64 of 32 bytes (44 characters), as checkpoints and proofs write it.</summary>
    public static bool TryParseBase64(ReadOnlySpan<char> text, out Sha256Hash hash)
    {
        hash = default;
        if (text.Length != 44 || !StrictBase64.TryDecode(text, out var bytes) || bytes.Length != Length)
        {
            return false;
        }

        hash = new Sha256Hash(bytes);
        return true;
    }

    /// <summary>Base64 (RFC 4648 section 4), 44 characters, as checkpoints and proofs write it.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
