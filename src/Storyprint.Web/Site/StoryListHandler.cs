using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>Lists of stories: by section, topic, author and day.</summary>
public sealed class StoryListHandler(StoryListStore lists, TermStore terms, SiteResponses pages)
{
    /// <summary>Stories a page.</summary>
    public const int PageSize = 20;

    /// <summary>Deeper pages are the archive's work.</summary>
    public const int MaxPage = 100;

    public async Task<PageResult?> SectionAsync(PageContext view, string slug, int page, CancellationToken cancellation)
    {
        if (view.Sections.FirstOrDefault(section => section.Slug == slug) is not { } section)
        {
            return null;
        }

        var cards = await lists.InSectionAsync(view.Language, slug, Skip(page), PageSize + 1, cancellation);
        return await AnswerAsync(view, section.Name, view.T("section.kind"), view.Section(slug), page, cards, slug);
    }

    public async Task<PageResult?> TopicAsync(PageContext view, string slug, int page, CancellationToken cancellation)
    {
        if (await terms.TopicAsync(view.Language, slug, cancellation) is not { } name)
        {
            return null;
        }

        var cards = await lists.WithTopicAsync(view.Language, slug, Skip(page), PageSize + 1, cancellation);
        return await AnswerAsync(view, name, view.T("topic.kind"), view.Topic(name), page, cards);
    }

    public async Task<PageResult?> AuthorAsync(PageContext view, string slug, int page, CancellationToken cancellation)
    {
        if (await terms.AuthorAsync(view.Language, slug, cancellation) is not { } name)
        {
            return null;
        }

        var cards = await lists.ByAuthorAsync(view.Language, slug, Skip(page), PageSize + 1, cancellation);
        return await AnswerAsync(view, name, view.T("byline.kind"), view.Author(name), page, cards);
    }

    public async Task<PageResult?> DayAsync(PageContext view, CalendarDate day, int page, CancellationToken cancellation)
    {
        var (from, until) = day.Span(view.Edition.Zone);
        var cards = await lists.OnDayAsync(view.Language, from, until, Skip(page), PageSize + 1, cancellation);
        return await AnswerAsync(view, view.Dates.Date(day), view.T("archive.title"), view.Archive(day), page, cards);
    }

    private async Task<PageResult?> AnswerAsync(
        PageContext view, string title, string kind, string path, int page, List<StorySummary> cards, string? section = null)
    {
        if (cards.Count == 0 && page > 1)
        {
            return null;
        }

        var head = new PageHead
        {
            Title = page == 1 ? title : $"{title}, {view.Texts.Format("list.page", view.Dates.Number(page))}",
            Canonical = page == 1 ? path : $"{path}/{page}",
            Feed = kind == view.T("archive.title") ? null : $"{path}/feed",
        };
        return await pages.AnswerAsync<ListPage>(
            view, head, ("Title", title), ("Kind", kind), ("Path", path), ("Section", section), ("Number", page),
            ("Cards", cards.Take(PageSize).ToList()), ("HasMore", cards.Count > PageSize && page < MaxPage));
    }

    private static int Skip(int page) => (page - 1) * PageSize;
}
