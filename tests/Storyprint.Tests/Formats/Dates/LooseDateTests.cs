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
    [InlineData("2026年11月22日 10:30")]
    [InlineData("2026年11月22日（日） 午前10時30分")]
    [InlineData("2026年11月22日上午10点30分")]
    [InlineData("令和8年11月22日 10:30")]
    [InlineData("民國115年11月22日 10:30")]
    [InlineData("2026년 11월 22일 오전 10:30")]
    [InlineData("2026년 11월 22일(일) 오전 10시 30분")]
    [InlineData("٢٢ تشرين الثاني ٢٠٢٦ - ١٠:٣٠")]
    [InlineData("الأحد 22 تشرين الثاني 2026 10:30")]
    [InlineData("22 نونبر 2026 10:30")]
    [InlineData("22. listopadu 2026 10:30")]
    [InlineData("22 tháng 11, 2026 10:30")]
    [InlineData("22 พฤศจิกายน 2569 10:30")]
    [InlineData("22 नवंबर 2026 10:30")]
    [InlineData("22 נובמבר 2026 10:30")]
    [InlineData("22 novembre 2026 à 10h30")]
    [InlineData("November 22, 2026 at 4:30 AM EST")]
    [InlineData("November 22, 2026 at 4:30 AM ET")]
    [InlineData("November 22, 2026 4.30 a.m. Eastern Time")]
    [InlineData("22 November 2026, 6:30 pm JST")]
    [InlineData("Sun, 22 Nov 2026 10:30:00 CET")]
    [InlineData("22 November 2026 9:30 am (GMT)")]
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
    [InlineData("2026年11月")]
    [InlineData("November 22, 2026 at 4:30 AM AST")]
    [InlineData("13/13/2026")]
    [InlineData("1125546")]
    [InlineData("2026-11-22 25:61")]
    [InlineData("0000-00-00 00:00:00")]
    public void What_is_no_date_is_none(string text) => Assert.Null(LooseDate.Read(text, Trial.English));

    [Theory]
    [InlineData("03/04/2024", "2024-04-03", "2024-03-04")]
    [InlineData("03/04/2024 08:15", "2024-04-03", "2024-03-04")]
    [InlineData("3-4-2024", "2024-04-03", "2024-03-04")]
    [InlineData("٣/٤/٢٠٢٤", "2024-04-03", "2024-03-04")]
    [InlineData("03.04.2024", "2024-04-03", null)]
    [InlineData("04/04/2024", "2024-04-04", null)]
    [InlineData("25/04/2024", "2024-04-25", null)]
    [InlineData("04/25/2024", "2024-04-25", null)]
    [InlineData("2024/03/04", "2024-03-04", null)]
    public void A_date_that_could_be_two_says_both(string text, string first, string? other)
    {
        var date = LooseDate.Read(text, Trial.English);
        Assert.Equal((first, other), ($"{date?.At:yyyy-MM-dd}", date?.Other is { } second ? $"{second:yyyy-MM-dd}" : null));
        Assert.Equal(other is not null, date?.Doubt(text, Trial.English)?.Contains("--dates", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("2024-03-31 02:30", "does not exist")]
    [InlineData("2024-10-27 02:30", "came twice")]
    [InlineData("2024-10-27 02:30 +02:00", null)]
    [InlineData("2024-10-27", null)]
    [InlineData("2024-10-27 04:30", null)]
    public void A_DoubtfulHour_is_asked_about_unless_the_zone_is_said(string text, string? doubt) =>
        Assert.Equal(doubt, LooseDate.Read(text, Trial.English)?.Doubt(text, Trial.English) is { } said ? Array.Find(["does not exist", "came twice"], words => said.Contains(words, StringComparison.Ordinal)) : null);

    [Theory]
    [InlineData("en", DateOrder.DayFirst, "2024-04-03")]
    [InlineData("en", DateOrder.MonthFirst, "2024-03-04")]
    [InlineData("en-GB", DateOrder.Unsaid, "2024-04-03")]
    [InlineData("en-US", DateOrder.Unsaid, "2024-03-04")]
    [InlineData("de", DateOrder.Unsaid, "2024-04-03")]
    [InlineData("fr", DateOrder.Unsaid, "2024-04-03")]
    public void Whoever_says_the_order_is_not_asked(string language, DateOrder order, string day)
    {
        var date = LooseDate.Read("03/04/2024", Trial.English with { Language = language }, order);
        Assert.Equal((day, null), ($"{date?.At:yyyy-MM-dd}", date?.Other));
    }

    [Theory]
    [InlineData("hr", "2024-10-22")]
    [InlineData("pl", "2024-11-22")]
    public void A_month_that_means_two_is_the_one_of_its_edition(string language, string day) =>
        Assert.Equal(day, $"{LooseDate.Read("22 listopad 2024", Trial.English with { Language = language })?.At:yyyy-MM-dd}");

    [Theory]
    [InlineData("cst", "America/Chicago", -6)]
    [InlineData("cst", "Asia/Shanghai", 8)]
    [InlineData("cst", "Europe/Copenhagen", null)]
    [InlineData("est", "Europe/Copenhagen", -5)]
    [InlineData("pt", "Europe/Copenhagen", -8)]
    public void A_zone_with_several_meanings_is_read_only_where_it_is_at_home(string name, string zone, int? hours)
    {
        Assert.True(ZoneNames.IsKnown(name));
        Assert.Equal(hours, (int?)ZoneNames.Offset(name, new DateTime(2024, 1, 5, 10, 0, 0), Trial.English with { TimeZone = zone })?.TotalHours);
    }

    [Theory]
    [InlineData("２０２４年３月５日", "2024-3-5 ")]
    [InlineData("9.05 pm", "9:05 pm")]
    [InlineData("kl. 21.05", "kl 21:05")]
    public void DateForms_bring_all_ways_to_one(string text, string plain) => Assert.Equal(plain, DateForms.Plain(text));
}
