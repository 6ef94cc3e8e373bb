using System.Buffers.Binary;
using System.Globalization;

namespace Storyprint.Provenance.Commitments;

/// <summary>
/// 16 random bytes of one revision. Without them nobody can find out by guessing what a commitment in the log was made of;
/// they are stored and served beside the text, and erased with it.
/// </summary>
public readonly record struct Salt
{
    /// <summary>Bytes in a salt: 16.</summary>
    public const int Length = 16;

    private readonly UInt128 value;

    /// <summary>Takes over exactly 16 bytes, drawn by the caller from a secure source, fresh for each revision.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than 16 bytes.</exception>
    public Salt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A salt has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Takes over the bytes where there are 16, for example the extra data of a receipt.</summary>
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
