using System.Security.Cryptography;
using System.Text;

namespace Storyprint.Storage.Stories;

/// <summary>
/// What is stored of a withdrawn story's identifier in its archive: enough that a second import leaves it alone, without the identifier. The salt prevents
/// lookup in a precomputed list; who guesses the identifier and has the database can still confirm it.
/// </summary>
internal static class WithdrawnSource
{
    private const string Prefix = "withdrawn:";
    private const int SaltLength = 16;

    /// <summary>The pattern of <see cref="Create"/> for SQL's LIKE.</summary>
    public const string Pattern = Prefix + "%";

    public static string Create(string source) => Salted(source, RandomNumberGenerator.GetBytes(SaltLength));

    public static bool IsKept(string source) => source.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a stored text is of this identifier.</summary>
    public static bool IsOf(string kept, string source) =>
        kept.Split(':') is [_, { Length: SaltLength * 2 } salt, _] && IsKept(kept) && Salted(source, Convert.FromHexString(salt)) == kept;

    private static string Salted(string source, byte[] salt) =>
        $"{Prefix}{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(source)]))}";
}
