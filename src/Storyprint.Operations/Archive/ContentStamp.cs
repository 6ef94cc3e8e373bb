using System.Security.Cryptography;
using System.Text;

namespace Storyprint.Operations.Archive;

/// <summary>A short hash of everything that a result was made from: while it is unchanged, the result is up to date.</summary>
internal static class ContentStamp
{
    private const int Length = 16;

    public static string Compute(params IEnumerable<string?> parts) => Compute(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    public static string Compute(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash[..Length]);
    }
}
