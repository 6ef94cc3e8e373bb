using System.Text;
using Storyprint.Provenance.Encodings;

namespace Storyprint.Tests.Provenance.Encodings;

public sealed class StrictBase64Tests
{
    // RFC 4648 section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("Zg==", "f")]
    [InlineData("Zm8=", "fo")]
    [InlineData("Zm9v", "foo")]
    [InlineData("Zm9vYmFy", "foobar")]
    public void The_published_samples_are_read(string text, string plain)
    {
        Assert.True(StrictBase64.TryDecode(text, out var bytes));
        Assert.Equal(plain, Encoding.ASCII.GetString(bytes));
    }

    [Theory]
    [InlineData("Zh==")]
    [InlineData("Zm9=")]
    [InlineData("Zg")]
    [InlineData("Zg=")]
    [InlineData("Zg== ")]
    [InlineData(" Zm9v   ")]
    [InlineData("Zm9v\n\n\n\n")]
    [InlineData("Zm 9v===")]
    [InlineData("Zg==Zg==")]
    [InlineData("Zm9-")]
    [InlineData("۱۲۳۴")]
    [InlineData("====")]
    public void A_second_spelling_of_a_value_is_refused(string text)
    {
        Assert.False(StrictBase64.TryDecode(text, out var bytes));
        Assert.Null(bytes);
    }
}
