using AngleSharp.Html.Parser;
using Storyprint.Provenance.Served;
using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

public sealed class WrittenDatesTests
{
    private static readonly WrittenDates English = new(Edition(["January", "February", "March", .. Enumerable.Repeat("-", 9)], isJalali: false));
    private static readonly WrittenDates Persian = new(Edition(["فروردین", .. Enumerable.Repeat("-", 10), "اسفند"], isJalali: true));

    [Theory]
    [InlineData("2024-03-05T10:40:00+01:00", "Tuesday 5 March 2024, 10:40 (UTC+01:00)", true)]
    [InlineData("2024-03-05T10:40:00+01:00", "5 March 2024", true)]
    [InlineData("2024-03-05T10:40:00+01:00", "6 March 2024, 10:40 (UTC+01:00)", false)]
    [InlineData("2024-03-05T10:40:00+01:00", "5 March 2023, 10:40 (UTC+01:00)", false)]
    [InlineData("2024-03-05T10:40:00+01:00", "5 January 2024, 10:40 (UTC+01:00)", false)]
    [InlineData("2024-03-05T10:40:00+01:00", "5 March 2024, 11:40 (UTC+01:00)", false)]
    [InlineData("2024-03-05T10:40:00+01:00", "", false)]
    [InlineData("yesterday", "5 March 2024", false)]
    [InlineData("0001-01-01T00:00:00+00:00", "1 January 1", false)]
    public void A_date_in_words_must_be_the_one_for_programs(string machine, string words, bool isSame) => Assert.Equal(isSame, Read(English, machine, words));

    [Theory]
    [InlineData("سه‌شنبه ۱۵ اسفند ۱۴۰۲، ساعت ۱۳:۱۰ \u2066(UTC+03:30)\u2069", true)]
    [InlineData("سه‌شنبه ۱۵ اسفند ۱۴۰۱، ساعت ۱۳:۱۰ \u2066(UTC+03:30)\u2069", false)]
    public void So_must_one_of_the_solar_calendar(string words, bool isSame) => Assert.Equal(isSame, Read(Persian, "2024-03-05T13:10:00+03:30", words));

    [Fact]
    public void An_interface_without_twelve_months_is_none()
    {
        var document = new InterfaceDocument { Address = "https://news.example.org", Editions = [Edition(["January"], isJalali: false)] };
        Assert.False(InterfaceDocument.TryParse(document.ToBytes(), out _, out var reason));
        Assert.NotEmpty(reason);
        Assert.False(InterfaceDocument.TryParse("{}"u8, out _, out _));
        Assert.False(InterfaceDocument.TryParse("no JSON"u8, out _, out _));
    }

    private static InterfaceEdition Edition(string[] months, bool isJalali) => new()
    {
        Language = "en",
        Name = "Test",
        IsJalali = isJalali,
        Months = months,
        Sections = new Dictionary<string, string>(),
        Texts = new Dictionary<string, string>(),
        Words = [],
    };

    private static bool Read(WrittenDates dates, string machine, string words)
    {
        using var page = new HtmlParser().ParseDocument($"<time datetime=\"{machine}\">{words}</time>");
        return dates.Read(page.QuerySelector("time")!) is not null;
    }
}
