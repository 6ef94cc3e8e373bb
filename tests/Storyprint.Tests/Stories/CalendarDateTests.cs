using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Stories;

public sealed class CalendarDateTests
{
    private static readonly Edition Persian = new() { Language = "fa", Name = "ب", TimeZone = "Asia/Tehran", Calendar = EditionCalendar.Jalali };
    private static readonly Edition Danish = new() { Language = "en", Name = "L", TimeZone = "Europe/Copenhagen" };

    [Fact]
    public void A_day_is_the_one_of_the_edition_zone_and_calendar()
    {
        var instant = DateTimeOffset.Parse("2026-11-21T21:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(new CalendarDate(EditionCalendar.Jalali, 1405, 9, 1), CalendarDate.From(instant, Persian));
        Assert.Equal(new CalendarDate(EditionCalendar.Gregorian, 2026, 11, 21), CalendarDate.From(instant, Danish));
    }

    [Fact]
    public void Days_of_clock_changes_are_an_hour_longer_or_shorter()
    {
        Assert.Equal(TimeSpan.FromHours(25), Length(new CalendarDate(EditionCalendar.Gregorian, 2026, 10, 25)));
        Assert.Equal(TimeSpan.FromHours(23), Length(new CalendarDate(EditionCalendar.Gregorian, 2026, 3, 29)));
    }

    [Theory]
    [InlineData(1405, 12, 30, false)]
    [InlineData(1403, 12, 30, true)]
    [InlineData(1405, 13, null, false)]
    [InlineData(1405, null, null, true)]
    [InlineData(0, null, null, false)]
    public void Dates_the_calendar_does_not_have_are_known(int year, int? month, int? day, bool exists) =>
        Assert.Equal(exists, new CalendarDate(EditionCalendar.Jalali, year, month, day).Exists);

    [Theory]
    [InlineData("fa", "rtl")]
    [InlineData("en", "ltr")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ku-Latn", "ltr")]
    [InlineData("ur-PK", "rtl")]
    public void Direction_follows_language_and_script(string language, string direction) => Assert.Equal(direction, Direction.ForLanguage(language));

    private static TimeSpan Length(CalendarDate date)
    {
        var (from, until) = date.Span(Danish.Zone);
        return until - from;
    }
}
