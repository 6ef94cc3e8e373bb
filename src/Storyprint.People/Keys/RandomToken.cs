using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Storyprint.People.Keys;

/// <summary>Secrets that a link or a cookie carries. The database holds their digests only: who reads it can use none.</summary>
public static class RandomToken
{
    /// <returns>256 random bits as base64url.</returns>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in hexadecimal digits. The tokens are random, so that no salt is needed.</summary>
    public static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
