using System.Security.Cryptography;
using System.Text;

namespace Storyprint.Storage.Stories;

/// <summary>Normalises addresses of an earlier system for storage and lookup: path and query, decoded, without a slash at the end.</summary>
public static class LegacyUrl
{
    // In UTF-8. It is a primary key, and PostgreSQL's keys have at most 2,704 bytes (src/include/access/nbtree.h, BTMaxItemSize).
    private const int MaxBytes = 2600;

    /// <summary>The normalised form of an absolute address or a path; null for the root, for an invalid address and for one that is too long.</summary>
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

    /// <summary>What is stored of an old address after a withdrawal: enough to answer that it is gone, and none of its words.</summary>
    public static string Hashed(string kept) => HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept)));

    // No normalised address begins like this: they begin with a slash.
    internal static bool IsHashed(string kept) => kept.StartsWith(HashPrefix, StringComparison.Ordinal);

    private const string HashPrefix = "sha256:";
}
