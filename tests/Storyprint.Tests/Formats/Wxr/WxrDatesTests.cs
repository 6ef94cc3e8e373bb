using System.Globalization;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrDatesTests
{
    [Theory]
    [InlineData("2024-03-01 10:00:00", "2024-03-01 09:00:00", "", "2024-03-01T10:00:00+01:00")]
    [InlineData("2024-03-01 10:00:00", "2024-03-01 06:30:00", "", "2024-03-01T10:00:00+03:30")]
    [InlineData("2024-03-01 10:00:00", "2024-03-01 10:07:00", "", "2024-03-01T10:07:00+00:00")]
    [InlineData("2024-03-01 10:00:00", "2024-03-05 10:00:00", "", "2024-03-05T10:00:00+00:00")]
    [InlineData("2024-07-01 10:00:00", "0000-00-00 00:00:00", "", "2024-07-01T10:00:00+02:00")]
    [InlineData("", "2024-03-01 09:00", "", "2024-03-01T09:00:00+00:00")]
    [InlineData(" 2024-03-01 ", "", "", "2024-03-01T00:00:00+01:00")]
    [InlineData("", "", "Fri, 01 Mar 2024 09:00:00 +0000", "2024-03-01T09:00:00+00:00")]
    [InlineData("", "", "Fri, 01 Mar 2024 10:00:00 +0100", "2024-03-01T10:00:00+01:00")]
    [InlineData("0000-00-00 00:00:00", "0000-00-00 00:00:00", "Thu, 30 Nov -0001 00:00:00 +0000", null)]
    [InlineData("2024-02-30 10:00:00", "", "", null)]
    [InlineData("۲۰۲۴-۰۳-۰۱", "", "", null)]
    [InlineData("", "", "10:30", null)]
    [InlineData("", "", "Tue, 05 Mar 2024 21:05:00 EST", "2024-03-05T21:05:00-05:00")]
    [InlineData("0001-01-01 00:00:00", "9999-12-31 23:59:59", "", null)]
    [InlineData("", "", "", null)]
    public void The_two_times_of_an_item_say_the_instant_and_the_offset(string local, string utc, string rfc822, string? expected)
    {
        var read = WxrDates.Published(WxrFiles.Item(("wp:post_date", local), ("wp:post_date_gmt", utc), ("pubDate", rfc822)), Trial.English);
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), read);
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset, read?.Offset);
    }

    [Theory]
    [InlineData("2024-10-27 02:30:00", "0000-00-00 00:00:00", true)]
    [InlineData("2024-10-27 02:30:00", "2024-10-27 00:30:00", false)]
    [InlineData("2024-10-27 12:30:00", "", false)]
    public void An_hour_that_came_twice_is_asked_about(string local, string utc, bool isAsked) =>
        Assert.Equal(isAsked, WxrDates.Doubt(WxrFiles.Item(("wp:post_date", local), ("wp:post_date_gmt", utc)), Trial.English) is not null);

    [Fact]
    public void A_change_has_no_other_source_than_its_own_two_times()
    {
        Assert.Null(WxrDates.Modified(WxrFiles.Item(("pubDate", "Fri, 01 Mar 2024 09:00:00 +0000")), Trial.English));
        Assert.NotNull(WxrDates.Modified(WxrFiles.Item(("wp:post_modified_gmt", "2024-03-01 09:00:00")), Trial.English));
    }
}
