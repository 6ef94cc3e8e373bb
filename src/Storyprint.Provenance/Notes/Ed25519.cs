using NSec.Cryptography;

namespace Storyprint.Provenance.Notes;

/// <summary>
/// The one place where Ed25519 signatures are checked, and Storyprint's reference for what "verifies" means: libsodium,
/// through NSec.
/// </summary>
/// <remarks>
/// RFC 8032 leaves room: of 914 known edge cases implementations differ on 169. libsodium refuses keys and R of small order,
/// keys that are not canonical, and S at or above the group order, and checks without the cofactor. Signatures made by an
/// honest signer verify everywhere.
/// </remarks>
internal static class Ed25519
{
    public const int PublicKeyLength = 32;
    public const int SeedLength = 32;
    public const int SignatureLength = 64;

    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength
        && PublicKey.TryImport(Algorithm, publicKey, KeyBlobFormat.RawPublicKey, out var key)
        && Algorithm.Verify(key!, message, signature);

    /// <summary>The key pair of a seed of 32 bytes. NSec keeps it in guarded memory until it is disposed of.</summary>
    public static Key KeyOf(ReadOnlySpan<byte> seed) => Key.Import(Algorithm, seed, KeyBlobFormat.RawPrivateKey);

    public static byte[] PublicKeyOf(Key key) => key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    public static byte[] Sign(Key key, ReadOnlySpan<byte> message) => Algorithm.Sign(key, message);
}
