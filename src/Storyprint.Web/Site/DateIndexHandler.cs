using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The archive's years, months and days, in the edition's calendar.</summary>
public sealed class DateIndexHandler(StoryListStore lists, SiteResponses pages)
{
    public async Task<PageResult> YearsAsync(PageContext page, CancellationToken cancellation)
    {
        var spans = new List<(CalendarDate, long)>();
        if (await lists.SpanAsync(page.Language, cancellation) is var (oldest, newest))
        {
            var last = CalendarDate.From(newest, page.Edition).Year;
            for (var year = CalendarDate.From(oldest, page.Edition).Year; year <= last; year++)
            {
                await AddAsync(spans, page, new CalendarDate(page.Edition.Calendar, year), keepEmpty: false, cancellation);
            }

            spans.Reverse();
        }

        return await AnswerAsync(page, page.T("archive.title"), null, spans, []);
    }

    public async Task<PageResult> YearAsync(PageContext page, int year, CancellationToken cancellation)
    {
        var date = new CalendarDate(page.Edition.Calendar, year);
        var spans = new List<(CalendarDate, long)>();
        for (var month = 1; month <= 12; month++)
        {
            await AddAsync(spans, page, date with { Month = month }, keepEmpty: false, cancellation);
        }

        return await AnswerAsync(page, page.Texts.Format("archive.of", page.Dates.Date(date)), date, spans, []);
    }

    public async Task<PageResult> MonthAsync(PageContext page, int year, int month, CancellationToken cancellation)
    {
        var date = new CalendarDate(page.Edition.Calendar, year, month);
        var spans = new List<(CalendarDate, long)>();
        for (var day = date with { Day = 1 }; day.Exists; day = day with { Day = day.Day + 1 })
        {
            await AddAsync(spans, page, day, keepEmpty: true, cancellation);
        }

        return await AnswerAsync(
            page, page.Texts.Format("archive.of", page.Dates.Date(date)), date,
            spans.Any(span => span.Item2 > 0) ? spans : [], [new CalendarDate(page.Edition.Calendar, year)]);
    }

    private async Task AddAsync(
        List<(CalendarDate, long)> spans, PageContext page, CalendarDate date, bool keepEmpty, CancellationToken cancellation)
    {
        var (from, until) = date.Span(page.Edition.Zone);
        var count = await lists.CountBetweenAsync(page.Language, from, until, cancellation);
        if (count > 0 || keepEmpty)
        {
            spans.Add((date, count));
        }
    }

    private Task<PageResult> AnswerAsync(
        PageContext page, string title, CalendarDate? date, IReadOnlyList<(CalendarDate, long)> spans, IReadOnlyList<CalendarDate> trail)
    {
        var head = new PageHead { Title = title, Canonical = date is null ? $"{page.Home}/archive" : page.Archive(date) };
        return pages.AnswerAsync<DateIndexPage>(page, head, ("Title", title), ("Date", date), ("Spans", spans), ("Trail", trail));
    }
}
