using System.Buffers.Binary;

namespace Storyprint.Print.Pictures;

/// <summary>Bits that fill each byte from its lowest on (RFC 1951, 3.1.1).</summary>
/// <param name="capacity">In bytes.</param>
internal sealed class BitRow(int capacity)
{
    private readonly byte[] bytes = new byte[capacity];
    private int length;
    private ulong pending;
    private int held;

    public void Write(uint value, int bits)
    {
        pending |= (ulong)value << held;
        held += bits;
        if (held >= 32)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length), (uint)pending);
            length += 4;
            pending >>= 32;
            held -= 32;
        }
    }

    public void EndByte() => held = (held + 7) & ~7;

    public byte[] ToArray()
    {
        for (EndByte(); held > 0; held -= 8, pending >>= 8)
        {
            bytes[length++] = (byte)pending;
        }

        return bytes[..length];
    }
}
