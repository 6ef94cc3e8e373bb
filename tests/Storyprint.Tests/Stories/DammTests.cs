using Storyprint.Stories.Codes;

namespace Storyprint.Tests.Stories;

public sealed class DammTests
{
    [Theory]
    [InlineData("112554", 0)]
    [InlineData("572", 4)]
    public void The_check_digit_is_the_published_one(string digits, int expected) =>
        Assert.Equal(expected, Damm.CheckDigit(digits));
}
