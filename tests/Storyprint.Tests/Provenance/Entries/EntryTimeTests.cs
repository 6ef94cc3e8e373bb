using Storyprint.Provenance.Entries;

namespace Storyprint.Tests.Provenance.Entries;

public sealed class EntryTimeTests
{
    [Theory]
    [InlineData("2026-11-22T19:40:00Z")]
    [InlineData("2024-02-29T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_time_has_one_spelling(string text)
    {
        Assert.True(EntryTime.TryParse(text, out var time));
        Assert.Equal((text, TimeSpan.Zero), (EntryTime.Format(time), time.Offset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22 19:40:00Z")]
    [InlineData("2026-11-22T19:40:00")]
    [InlineData("2026-11-22T19:40:00z")]
    [InlineData("2026-11-22T19:40:00+00:00")]
    [InlineData("2026-11-22T19:40:00.0Z")]
    [InlineData("2026-11-22T19:40:60Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData(" 2026-11-22T19:40:00Z")]
    [InlineData("۲۰۲۶-۱۱-۲۲T۱۹:۴۰:۰۰Z")]
    public void Every_other_spelling_is_refused(string text) => Assert.False(EntryTime.TryParse(text, out _));

    [Fact]
    public void A_time_is_written_in_UTC_without_its_fraction() =>
        Assert.Equal("2026-11-22T16:10:00Z", EntryTime.Format(new DateTimeOffset(2026, 11, 22, 19, 40, 0, 999, TimeSpan.FromHours(3.5))));

    [Fact]
    public void The_calendar_and_digits_of_the_machine_change_nothing()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("fa-IR");
            Assert.True(EntryTime.TryParse("2026-11-22T19:40:00Z", out var time));
            Assert.Equal("2026-11-22T19:40:00Z", EntryTime.Format(time));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
