using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Storyprint.Web.Limits;

/// <summary>Whose requests are counted together by the limits by address.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// The address of version 4, or the /64 network of version 6, which one household or host has whole. Null for addresses that are not public: behind
    /// them stands a proxy that nobody named as trusted, or the machine itself, and all readers would be taken for one.
    /// </summary>
    public static (AddressFamily Family, ulong Network)? Network(IPAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return IsPrivate(bytes) ? null : (AddressFamily.InterNetwork, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
            ? null
            : (AddressFamily.InterNetworkV6, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    // RFC 1918, RFC 6598 (a provider's own network; readers behind it come by its public addresses), RFC 3927, loopback.
    private static bool IsPrivate(ReadOnlySpan<byte> bytes) => bytes[0] is 0 or 10 or 127
        || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
        || (bytes[0] == 192 && bytes[1] == 168)
        || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)
        || (bytes[0] == 169 && bytes[1] == 254);
}
