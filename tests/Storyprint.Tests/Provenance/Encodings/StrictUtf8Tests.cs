using System.Text;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Tests.Provenance.Encodings;

public sealed class StrictUtf8Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("bridge")]
    [InlineData("پل بسته\u200Cشد")]
    [InlineData("橋 😀")]
    [InlineData("\uFEFFa")]
    public void A_text_comes_back_as_it_was(string text)
    {
        Assert.True(StrictUtf8.TryGetString(StrictUtf8.GetBytes(text), out var read));
        Assert.Equal(text, read);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0x61, 0x80 })]
    public void Damaged_bytes_are_refused_and_not_repaired(byte[] bytes) => Assert.False(StrictUtf8.TryGetString(bytes, out _));

    [Fact]
    public void Half_a_character_has_no_bytes() => Assert.Throws<EncoderFallbackException>(() => StrictUtf8.GetBytes("a\uD800"));

    [Theory]
    [InlineData("a\n", "a")]
    [InlineData("a\nپل\n", "a|پل")]
    [InlineData("\n", "")]
    [InlineData("a\n\n", "a|")]
    [InlineData("a\r\n", "a\r")]
    public void Every_line_ends_with_a_line_feed(string text, string lines)
    {
        Assert.True(StrictUtf8.TryGetLines(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(lines, string.Join('|', read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\nb")]
    public void A_text_whose_last_line_does_not_end_is_refused(string text) => Assert.False(StrictUtf8.TryGetLines(Encoding.UTF8.GetBytes(text), out _));
}
