using Storyprint.Commands.Releases;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>An hour that has passed, or that is unclear, is never taken as a schedule.</summary>
public class PassedHourIsNeverAScheduleTests : ImportPromise
{
    public sealed class OnPostgres : PassedHourIsNeverAScheduleTests, IOnPostgres;

    // Now: 20:40 in Copenhagen, 23:10 in Tehran.
    private static Edition English => TestPublication.Settings.Editions[0];

    private static Edition Persian => TestPublication.Settings.Editions[1];

    [Theory]
    [InlineData("2026-11-24T06:00", "2026-11-24T05:00Z")]
    [InlineData("2026-11-24 06:00", "2026-11-24T05:00Z")]
    [InlineData("2026/11/24 6:00", "2026-11-24T05:00Z")]
    [InlineData("2026-11-24T06:00:30", "2026-11-24T05:00:30Z")]
    [InlineData("2026-11-24 6:00 pm", "2026-11-24T17:00Z")]
    [InlineData("2026-11-24T06:00Z", "2026-11-24T06:00Z")]
    [InlineData("2026-11-24T06:00+01:00", "2026-11-24T05:00Z")]
    [InlineData("2026-11-24T06:00-0500", "2026-11-24T11:00Z")]
    [InlineData("2026-07-01T06:00", "2026-07-01T04:00Z")]
    [InlineData("06:00", "2026-11-23T05:00Z")]
    [InlineData("20:40", "2026-11-23T19:40Z")]
    [InlineData("20:41", "2026-11-22T19:41Z")]
    [InlineData("6:00 am", "2026-11-23T05:00Z")]
    [InlineData("20:00Z", "2026-11-22T20:00Z")]
    [InlineData("19:00Z", "2026-11-23T19:00Z")]
    public void An_hour_is_read_by_the_editions_clock(string text, string expected) =>
        Assert.Equal(Instant(expected), Assert.IsType<ScheduledTime.At>(ScheduledTime.Read(text, English, Now)).Instant);

    [Theory]
    [InlineData("1406-03-11T09:00", "2027-06-01T05:30Z")]
    [InlineData("۱۴۰۶-۰۳-۱۱ ۰۹:۰۰", "2027-06-01T05:30Z")]
    [InlineData("١٤٠٦/٣/١١ ٩:٠٠", "2027-06-01T05:30Z")]
    [InlineData("۱۴۰۶/۰۳/۱۱ ساعت ۰۹:۰۰", "2027-06-01T05:30Z")]
    [InlineData("۱۴۰۶/۰۳/۱۱، ۰۹:۰۰", "2027-06-01T05:30Z")]
    [InlineData("1406-03-11T09:00+02:00", "2027-06-01T07:00Z")]
    [InlineData("2027-06-01T09:00", "2027-06-01T05:30Z")]
    [InlineData("۲۳:۳۰", "2026-11-22T20:00Z")]
    [InlineData("۰۶:۰۰", "2026-11-23T02:30Z")]
    [InlineData("1408-12-30T00:00", "2030-03-19T20:30Z")]
    public void A_persian_desk_writes_its_own_dates_and_digits(string text, string expected) =>
        Assert.Equal(Instant(expected), Assert.IsType<ScheduledTime.At>(ScheduledTime.Read(text, Persian, Now)).Instant);

    [Theory]
    [InlineData("tomorrow", "is no date and time")]
    [InlineData("", "is no date and time")]
    [InlineData("24/11/2026 06:00", "is no date and time")]
    [InlineData("26-11-24 06:00", "is no date and time")]
    [InlineData("2026-11-24", "does not say the hour")]
    [InlineData("2026-11-24T25:00", "no time of day")]
    [InlineData("2026-11-24 13:00 pm", "no time of day")]
    [InlineData("2026-11-24T06:00+19:00", "no offset that exists")]
    [InlineData("2026-02-30T06:00", "no such day as 2026-02-30 in the Gregorian calendar")]
    [InlineData("2027-03-28T02:30", "the clocks skip it for daylight saving. Say another time, such as 2027-03-28T03:00")]
    [InlineData("2027-10-31T02:30", "comes twice on 2027-10-31 in Europe/Copenhagen, when daylight saving ends. Say which: 2027-10-31T02:30+02:00 or 2027-10-31T02:30+01:00.")]
    public void What_is_unclear_is_asked_about(string text, string sentence) =>
        Assert.Contains(sentence, Assert.IsType<ScheduledTime.Unclear>(ScheduledTime.Read(text, English, Now)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("1406-12-30T00:00", "no such day as 1406-12-30 in the Jalali calendar")]
    [InlineData("1406-07-31T00:00", "no such day")]
    [InlineData("فردا", "Write it as 1405-09-02T06:00.")]
    public void It_is_asked_in_the_calendar_of_the_edition(string text, string sentence) =>
        Assert.Contains(sentence, Assert.IsType<ScheduledTime.Unclear>(ScheduledTime.Read(text, Persian, Now)).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_time_alone_on_the_day_of_the_change_is_asked_about_too()
    {
        Assert.IsType<ScheduledTime.Unclear>(ScheduledTime.Read("02:30", English, Instant("2027-03-27T20:00Z")));
        Assert.IsType<ScheduledTime.Unclear>(ScheduledTime.Read("02:30", English, Instant("2027-10-30T20:00Z")));
        Assert.IsType<ScheduledTime.At>(ScheduledTime.Read("02:30+02:00", English, Instant("2027-10-30T20:00Z")));
    }

    [Fact]
    public async Task A_passed_hour_is_refused_and_releases_nothing()
    {
        var code = await DraftAsync();
        var (store, verb) = (new ScheduleStore(Desk.Database, TimeProvider.System), new ScheduleStory(new ScheduleStore(Desk.Database, TimeProvider.System), Desk.Clock));
        foreach (var passed in (string[])["1406-03-11T09:00", "2020-11-24T06:00", "2026-11-22T20:40", "2026-11-22T20:39"])
        {
            var due = Assert.IsType<ScheduledTime.At>(ScheduledTime.Read(passed, English, Now)).Instant;
            Assert.IsType<ScheduleOutcome.Passed>(await verb.RunAsync(TestActor.Editor, code, due, Cancellation));
        }

        Assert.Null(await store.NextAsync(Cancellation));
        Assert.Empty(await new ReleaseDueStories(Desk.Store, store, Desk.Clock).RunAsync(TestActor.Scheduler, Cancellation));

        var scheduled = Assert.IsType<ScheduleOutcome.Scheduled>(await verb.RunAsync(TestActor.Editor, code, Now.AddHours(9), Cancellation));
        Assert.Equal(TimeSpan.FromHours(9), scheduled.In);
        Assert.Equal(Now.AddHours(9), await store.NextAsync(Cancellation));
        Assert.Null(await verb.CancelAsync(TestActor.Editor, code, Cancellation));
        Assert.Null(await store.NextAsync(Cancellation));
        Assert.IsType<ScheduleOutcome.NoDraft>(await verb.RunAsync(TestActor.Editor, StoryCode.FromDigits("1"), Now.AddHours(1), Cancellation));
    }

    [Fact]
    public void The_answer_repeats_the_instant_with_its_zone_and_how_far_off_it_is()
    {
        Assert.Equal("2026-11-24 06:00:00 +01:00 (Europe/Copenhagen)", ScheduleWords.Moment(Instant("2026-11-24T05:00Z"), English));
        Assert.Equal("1406/03/11, 2027-06-01 09:00:00 +03:30 (Asia/Tehran)", ScheduleWords.Moment(Instant("2027-06-01T05:30Z"), Persian));
    }

    [Theory]
    [InlineData("00:00:00.2", "1 second")]
    [InlineData("00:00:59", "59 seconds")]
    [InlineData("00:20:00", "20 minutes")]
    [InlineData("09:20:00", "9 hours 20 minutes")]
    [InlineData("1.09:00:00", "33 hours")]
    [InlineData("191.01:00:00", "191 days 1 hour")]
    [InlineData("226601.00:00:00", "about 620 years")]
    public void A_length_of_time_is_told_in_two_units(string span, string words) =>
        Assert.Equal(words, ScheduleWords.Span(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<StoryCode> DraftAsync()
    {
        Folder.Write("site/a.md", "---\ntitle: Waiting\nsection: city\ndraft: true\n---\nWords.");
        return StoryCode.FromDigits((await ImportOneAsync("site")).Code!);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
