using Storyprint.Serving.Health;

namespace Storyprint.Tests.Serving;

public sealed class ShutdownTimesTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("5", 5)]
    [InlineData("600", 600)]
    public void A_drain_is_a_number_of_seconds(string text, int seconds)
    {
        Assert.True(ShutdownTimes.TryParseDrain(text, out var times));
        Assert.Equal(TimeSpan.FromSeconds(seconds), times.Drain);
        Assert.Equal(times.Drain + times.RequestTimeout, times.Total);
        Assert.True(times.Total < ShutdownTimes.ProcessTimeout, "The process would be ended before it stopped.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("601")]
    [InlineData("-1")]
    [InlineData("5s")]
    [InlineData("1.5")]
    public void Anything_else_is_none(string text) => Assert.False(ShutdownTimes.TryParseDrain(text, out _));
}
