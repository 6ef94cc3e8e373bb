using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The archive's years, months and days, in the edition's calendar.</summary>
public sealed class DateIndexHandler(StoryListStore lists, SiteResponses pages)
{
    public async Task<PageResult> YearsAsync(PageContext view, CancellationToken cancellation)
    {
        var spans = new List<(CalendarDate, long)>();
        if (await lists.SpanAsync(view.Language, cancellation) is var (oldest, newest))
        {
            var last = CalendarDate.From(newest, view.Edition).Year;
            for (var year = CalendarDate.From(oldest, view.Edition).Year; year <= last; year++)
            {
                await AddAsync(spans, view, new CalendarDate(view.Edition.Calendar, year), keepEmpty: false, cancellation);
            }

            spans.Reverse();
        }

        return await AnswerAsync(view, view.T("archive.title"), null, spans, []);
    }

    public async Task<PageResult> YearAsync(PageContext view, int year, CancellationToken cancellation)
    {
        var date = new CalendarDate(view.Edition.Calendar, year);
        var spans = new List<(CalendarDate, long)>();
        for (var month = 1; month <= 12; month++)
        {
            await AddAsync(spans, view, date with { Month = month }, keepEmpty: false, cancellation);
        }

        return await AnswerAsync(view, view.Texts.Format("archive.of", view.Dates.Date(date)), date, spans, []);
    }

    public async Task<PageResult> MonthAsync(PageContext view, int year, int month, CancellationToken cancellation)
    {
        var date = new CalendarDate(view.Edition.Calendar, year, month);
        var spans = new List<(CalendarDate, long)>();
        for (var day = date with { Day = 1 }; day.Exists; day = day with { Day = day.Day + 1 })
        {
            await AddAsync(spans, view, day, keepEmpty: true, cancellation);
        }

        return await AnswerAsync(
            view, view.Texts.Format("archive.of", view.Dates.Date(date)), date,
            spans.Any(span => span.Item2 > 0) ? spans : [], [new CalendarDate(view.Edition.Calendar, year)]);
    }

    private async Task AddAsync(
        List<(CalendarDate, long)> spans, PageContext view, CalendarDate date, bool keepEmpty, CancellationToken cancellation)
    {
        var (from, until) = date.Span(view.Edition.Zone);
        var count = await lists.CountBetweenAsync(view.Language, from, until, cancellation);
        if (count > 0 || keepEmpty)
        {
            spans.Add((date, count));
        }
    }

    private Task<PageResult> AnswerAsync(
        PageContext view, string title, CalendarDate? date, IReadOnlyList<(CalendarDate, long)> spans, IReadOnlyList<CalendarDate> trail)
    {
        var head = new PageHead { Title = title, Canonical = date is null ? $"{view.Home}/archive" : view.Archive(date) };
        return pages.AnswerAsync<DateIndexPage>(view, head, ("Title", title), ("Date", date), ("Spans", spans), ("Trail", trail));
    }
}
