using System.Text;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Tests.Provenance.Encodings;

public sealed class Base32Tests
{
    // RFC 4648 section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_published_samples_are_written_and_read(string plain, string text)
    {
        Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.True(Base32.TryDecode(text, out var bytes));
        Assert.Equal(plain, Encoding.ASCII.GetString(bytes));
        Assert.True(Base32.TryDecode(text.ToLowerInvariant(), out _));
    }

    [Theory]
    [InlineData("M")]
    [InlineData("MZX")]
    [InlineData("MZXW6Y")]
    [InlineData("MZ")]
    [InlineData("MY======")]
    [InlineData("M1")]
    [InlineData("M8")]
    [InlineData("M Y")]
    [InlineData("MY\n")]
    [InlineData("ſY")]
    [InlineData("Kı")]
    [InlineData("م۲")]
    public void A_second_spelling_of_a_value_is_refused(string text) => Assert.False(Base32.TryDecode(text, out _));

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(99)]
    public void Every_byte_comes_back(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(number => (byte)(number * 37))];
        Assert.True(Base32.TryDecode(Base32.Encode(bytes), out var read));
        Assert.Equal(bytes, read);
    }
}
