using System.Text;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance.Notes;

public sealed class CosignedMessageTests
{
    [Theory]
    [InlineData(0, "", "cosignature/v1\ntime 0\n")]
    [InlineData(1679315147, "origin\n5\nhash\n", "cosignature/v1\ntime 1679315147\norigin\n5\nhash\n")]
    [InlineData(long.MaxValue, "خبر\n", "cosignature/v1\ntime 9223372036854775807\nخبر\n")]
    public void A_cosigner_signs_its_time_before_the_text(long time, string text, string message) =>
        Assert.Equal(message, Encoding.UTF8.GetString(CosignedMessage.Create(time, Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Another_time_is_another_message() => Assert.NotEqual(CosignedMessage.Create(1, "a"u8), CosignedMessage.Create(2, "a"u8));
}
