using NSec.Cryptography;

namespace Storyprint.Provenance.Notes;

/// <summary>The one place that verifies Ed25519 signatures, and Storyprint's reference for valid ones: libsodium, through NSec.</summary>
/// <remarks>
/// RFC 8032 leaves room: implementations differ on 169 of 914 known edge cases. libsodium refuses keys and R of small order, non-canonical keys, and S at or
/// above the group order, and verifies without the cofactor. Signatures of an honest signer are valid everywhere.
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
