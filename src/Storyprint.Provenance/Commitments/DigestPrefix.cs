using System.Buffers.Binary;
using System.Globalization;

namespace Storyprint.Provenance.Commitments;

/// <summary>The first 16 bytes of a text's digest. Enough for a seal: to substitute another text, one would have to find a second text with the same 128 bits.</summary>
public readonly record struct DigestPrefix
{
    /// <summary>Bytes in a prefix: 16.</summary>
    public const int Length = 16;

    private readonly UInt128 value;

    /// <summary>Creates a prefix of exactly 16 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than 16 bytes.</exception>
    public DigestPrefix(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A digest's prefix has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Writes the 16 bytes at the start of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for 16 bytes.</exception>
    public void CopyTo(Span<byte> target) => BinaryPrimitives.WriteUInt128BigEndian(target, value);

    /// <summary>32 lower-case hexadecimal digits, as signed in a seal.</summary>
    public override string ToString() => value.ToString("x32", CultureInfo.InvariantCulture);
}
