using Storyprint.Provenance.Encodings;

namespace Storyprint.Tests.Provenance.Encodings;

public sealed class StrictDecimalTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("1042", 1042)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_number_has_one_spelling(string text, long value)
    {
        Assert.True(StrictDecimal.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("۱۲")]
    [InlineData("１")]
    [InlineData("9223372036854775808")]
    [InlineData("9999999999999999999")]
    [InlineData("18446744073709551616")]
    public void Every_other_spelling_is_refused(string text) => Assert.False(StrictDecimal.TryParse(text, out _));
}
