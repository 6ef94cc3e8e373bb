using Storyprint.Formats.Dates;

namespace Storyprint.Tests.Formats.Dates;

public sealed class DoubtfulHourTests
{
    [Theory]
    [InlineData("2026-03-29T02:30", "Its hour 2026-03-29 02:30 does not exist in Europe/Copenhagen, whose clocks went forward then (write the zone)")]
    [InlineData("2026-10-25T02:30", "Its hour 2026-10-25 02:30 came twice in Europe/Copenhagen, whose clocks went back then (write the zone)")]
    [InlineData("2026-06-01T02:30", null)]
    public void An_hour_that_the_clocks_skipped_or_showed_twice_is_named(string local, string? said) =>
        Assert.Equal(said, DoubtfulHour.Of(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Trial.English));
}
