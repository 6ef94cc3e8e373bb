using System.Security.Cryptography;
using System.Text;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance.Notes;

public sealed class KeyNameTests
{
    [Theory]
    [InlineData("news.example.org/log", true)]
    [InlineData("خبر", true)]
    [InlineData("新聞", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a+b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u00A0b", false)]
    [InlineData("a\u3000b", false)]
    [InlineData("a\u2028b", false)]
    [InlineData("a\u0001b", false)]
    public void A_name_has_no_white_space_and_no_plus_sign(string name, bool isValid) => Assert.Equal(isValid, KeyName.IsValid(name));

    [Theory]
    [InlineData(NoteAlgorithm.Ed25519)]
    [InlineData(NoteAlgorithm.Cosignature)]
    public void The_id_is_the_beginning_of_the_hash_over_name_type_and_key(NoteAlgorithm algorithm)
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
        byte[] hashed = [.. Encoding.UTF8.GetBytes("خبر.example\n"), (byte)algorithm, .. key];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(hashed))[..8], $"{KeyName.IdOf("خبر.example", algorithm, key):x8}");
    }
}
