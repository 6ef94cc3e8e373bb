using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>Lists of stories: by section, topic, author and day.</summary>
public sealed class StoryListHandler(StoryListStore lists, TermStore terms, SiteResponses pages)
{
    /// <summary>Stories per page.</summary>
    public const int PageSize = 20;

    /// <summary>Older stories are found in the archive.</summary>
    public const int MaxPage = 100;

    public async Task<PageResult?> SectionAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        if (page.Sections.FirstOrDefault(section => section.Slug == slug) is not { } section)
        {
            return null;
        }

        var cards = await lists.InSectionAsync(page.Language, slug, Skip(number), PageSize + 1, cancellation);
        return await AnswerAsync(page, section.Name, page.T("section.kind"), page.Section(slug), number, cards, slug);
    }

    public async Task<PageResult?> TopicAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        if (await terms.TopicAsync(page.Language, slug, cancellation) is not { } name)
        {
            return null;
        }

        var cards = await lists.WithTopicAsync(page.Language, slug, Skip(number), PageSize + 1, cancellation);
        return await AnswerAsync(page, name, page.T("topic.kind"), page.Topic(name), number, cards);
    }

    public async Task<PageResult?> AuthorAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        if (await terms.AuthorAsync(page.Language, slug, cancellation) is not { } name)
        {
            return null;
        }

        var cards = await lists.ByAuthorAsync(page.Language, slug, Skip(number), PageSize + 1, cancellation);
        return await AnswerAsync(page, name, page.T("byline.kind"), page.Author(name), number, cards);
    }

    public async Task<PageResult?> DayAsync(PageContext page, CalendarDate day, int number, CancellationToken cancellation)
    {
        var (from, until) = day.Span(page.Edition.Zone);
        var cards = await lists.OnDayAsync(page.Language, from, until, Skip(number), PageSize + 1, cancellation);
        return await AnswerAsync(page, page.Dates.Date(day), page.T("archive.title"), page.Archive(day), number, cards);
    }

    private async Task<PageResult?> AnswerAsync(
        PageContext page, string title, string kind, string path, int number, List<StorySummary> cards, string? section = null)
    {
        if (cards.Count == 0 && number > 1)
        {
            return null;
        }

        var head = new PageHead
        {
            Title = number == 1 ? title : $"{title}, {page.Texts.Format("list.page", page.Dates.Number(number))}",
            Canonical = number == 1 ? path : $"{path}/{number}",
            Feed = kind == page.T("archive.title") ? null : $"{path}/feed",
        };
        return await pages.AnswerAsync<ListPage>(
            page, head, ("Title", title), ("Kind", kind), ("Path", path), ("Section", section), ("Number", number),
            ("Cards", cards.Take(PageSize).ToList()), ("HasMore", cards.Count > PageSize && number < MaxPage));
    }

    private static int Skip(int number) => (number - 1) * PageSize;
}
