using Storyprint.Formats.Dates;

namespace Storyprint.Tests.Formats.Dates;

public sealed class LooseDateTests
{
    [Theory]
    [InlineData("2026-11-22 10:30")]
    [InlineData("2026-11-22T10:30:00")]
    [InlineData("2026-11-22T10:30:00+01:00")]
    [InlineData("2026-11-22T09:30:00Z")]
    [InlineData("2026-11-22 09:30:00.000 UTC")]
    [InlineData("2026-11-22 10:30:00 +0100")]
    [InlineData("22 November 2026 - 10:30")]
    [InlineData("Sunday, November 22, 2026 10:30 AM")]
    [InlineData("Sunday, November 22, 2026 1:00 PM GMT+3:30")]
    [InlineData("Sun, 22 Nov 2026 09:30:00 +0000")]
    [InlineData("Published: 22nd of November 2026 at 10:30")]
    [InlineData("22/11/2026 10:30")]
    [InlineData("22.11.2026 um 10:30 Uhr")]
    [InlineData("۱ آذر ۱۴۰۵ - ۱۰:۳۰")]
    [InlineData("یکشنبه ۱ آذر ۱۴۰۵ ساعت ۱۰:۳۰")]
    [InlineData("یک‌شنبه، ۱ آذر ۱۴۰۵ ساعت ۱۰:۳۰")]
    [InlineData("1405/09/01 10:30")]
    [InlineData("۱۰:۳۰ - ۱۴۰۵/۰۹/۰۱")]
    [InlineData("تاریخ انتشار : ۰۱ آذر ۱۴۰۵ - ۱۰:۳۰")]
    [InlineData("22 نوفمبر 2026 - 10:30")]
    [InlineData("le 22 novembre 2026 à 10:30")]
    [InlineData("22 ноября 2026 г. в 10:30")]
    public void One_instant_is_read_in_all_the_ways_it_is_written(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero), LooseDate.Read(text, Trial.English)?.At.ToUniversalTime());

    [Theory]
    [InlineData("2026-11-22T10:30:00+01:00", true)]
    [InlineData("Sunday, November 22, 2026 10:30 AM GMT+3:30", true)]
    [InlineData("2026-11-22 10:30", false)]
    [InlineData("2026-11-22", false)]
    public void Whether_a_zone_is_said_is_known(string text, bool says) =>
        Assert.Equal(says, LooseDate.Read(text, Trial.English)?.SaysZone);

    [Theory]
    [InlineData("")]
    [InlineData("The storm of 14 October 2023 was long")]
    [InlineData("2026-13-45")]
    [InlineData("2026-02-30 10:00")]
    [InlineData("22 November")]
    [InlineData("10:30")]
    [InlineData("1125546")]
    [InlineData("2026-11-22 25:61")]
    [InlineData("0000-00-00 00:00:00")]
    public void What_is_no_date_is_none(string text) => Assert.Null(LooseDate.Read(text, Trial.English));
}
