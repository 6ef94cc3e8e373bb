using System.Security.Cryptography;
using System.Text;

namespace Storyprint.Storage.Stories;

/// <summary>The form in which addresses of the past are kept and looked up: path and query, decoded, without a slash at the end.</summary>
public static class LegacyUrl
{
    // In UTF-8. It is the key of its row, and PostgreSQL takes keys of 2,704 bytes at the most (src/include/access/nbtree.h, BTMaxItemSize).
    private const int MaxBytes = 2600;

    /// <summary>The kept form of an absolute address or a path; null for the root, for what is no address, and for what is too long.</summary>
    public static string? Normalize(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            if (!address.StartsWith('/') || !Uri.TryCreate("http://localhost" + address, UriKind.Absolute, out uri))
            {
                return null;
            }
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').Normalize();
        var kept = uri.Query.Length > 1 ? $"{path}/{Uri.UnescapeDataString(uri.Query)}" : path;
        return kept.Length == 0 || Encoding.UTF8.GetByteCount(kept) > MaxBytes ? null : kept;
    }

    /// <summary>What is kept of an old address once its story is withdrawn: enough to answer that it is gone, and none of its words.</summary>
    public static string Hashed(string kept) => HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept)));

    // No kept address begins like this: they begin with a slash.
    internal static bool IsHashed(string kept) => kept.StartsWith(HashPrefix, StringComparison.Ordinal);

    private const string HashPrefix = "sha256:";
}
