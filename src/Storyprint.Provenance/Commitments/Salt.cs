using System.Buffers.Binary;
using System.Globalization;

namespace Storyprint.Provenance.Commitments;

/// <summary>
/// 16 random bytes of one revision. Without them a text cannot be confirmed from its commitment by guessing; they are stored and served beside the text, and
/// erased with it.
/// </summary>
public readonly record struct Salt
{
    /// <summary>Bytes in a salt: 16.</summary>
    public const int Length = 16;

    private readonly UInt128 value;

    /// <summary>Creates a salt of exactly 16 bytes, which the caller draws from a secure source, fresh for each revision.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than 16 bytes.</exception>
    public Salt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A salt has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Creates a salt if there are exactly 16 bytes, for example from the extra data of a receipt.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Salt salt)
    {
        salt = bytes.Length == Length ? new Salt(bytes) : default;
        return bytes.Length == Length;
    }

    /// <summary>The 16 bytes in a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => value.ToString("x32", CultureInfo.InvariantCulture);
}
