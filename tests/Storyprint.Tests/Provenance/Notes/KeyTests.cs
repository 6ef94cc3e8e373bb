using System.Security.Cryptography;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance.Notes;

public sealed class KeyTests
{
    private static readonly byte[] Seed = SHA256.HashData("test seed news.example.org/seal"u8);

    [Theory]
    [InlineData("")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("example.com/foo+530d903a+")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n")]
    [InlineData("example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=")]
    public void A_malformed_verifier_key_is_refused_with_a_reason(string text)
    {
        Assert.False(VerifierKey.TryParse(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData(NoteAlgorithm.Ed25519)]
    [InlineData(NoteAlgorithm.Cosignature)]
    public void A_signer_key_is_read_as_it_was_written(NoteAlgorithm algorithm)
    {
        var text = SignerKey.Format("news.example.org/seal", algorithm, Seed);
        Assert.True(SignerKey.TryParse(text, out var signer, out var reason), reason);
        using (signer)
        {
            Assert.StartsWith($"PRIVATE+KEY+news.example.org/seal+{signer.Verifier.Id:x8}+", text, StringComparison.Ordinal);
            Assert.Equal(algorithm, signer.Verifier.Algorithm);
        }
    }

    [Fact]
    public void A_damaged_signer_key_is_refused_and_its_secret_not_repeated()
    {
        var text = SignerKey.Format("news.example.org/seal", NoteAlgorithm.Ed25519, Seed);
        foreach (var damaged in (string[])[text[1..], text[..^1], text.Replace("/seal", "/log", StringComparison.Ordinal), text + "A"])
        {
            Assert.False(SignerKey.TryParse(damaged, out _, out var reason));
            Assert.DoesNotContain(text[^20..], reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_signer_key_shows_only_its_public_half() => Assert.Equal(TestKeys.Seal.Verifier.ToString(), TestKeys.Seal.ToString());

    [Fact]
    public void A_cosigners_key_does_not_sign_without_a_time() =>
        Assert.Throws<InvalidOperationException>(() => SignedNote.Sign("text\n"u8, TestKeys.Witness));

    [Fact]
    public void A_key_of_small_order_signs_nothing()
    {
        // All zeros is a point of small order: without the refusal it would "verify" signatures that nobody made.
        var key = VerifierKey.Create("weak.example", NoteAlgorithm.Ed25519, new byte[32]);
        Assert.False(key.Verify("text\n"u8, new byte[64]));
    }

    [Fact]
    public void A_signature_with_a_scalar_above_the_group_order_is_refused()
    {
        var signature = TestKeys.Log.SignNote("text\n"u8).Signature.ToArray();
        Assert.True(TestKeys.Log.Verifier.Verify("text\n"u8, signature));

        // S + L: the same scalar for lax verifiers, another spelling of the signature.
        byte[] order = [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];
        var carry = 0;
        for (var i = 0; i < 32; i++)
        {
            carry += signature[32 + i] + order[i];
            signature[32 + i] = (byte)carry;
            carry >>= 8;
        }

        Assert.False(TestKeys.Log.Verifier.Verify("text\n"u8, signature));
    }
}
