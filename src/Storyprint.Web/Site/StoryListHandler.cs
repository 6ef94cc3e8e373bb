using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

    public async Task<IResult?> SectionAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        if (page.Sections.Named(slug) is not { } section)
        {
            return null;
        }

        var path = page.Section(section.Slug);
        return section.Slug != slug ? Moved(path, number) : await AnswerAsync(
            page, section.Name, page.T("section.kind"), path, number, await lists.InSectionAsync(page.Language, section.Slugs, Skip(number), PageSize + 1, cancellation), slug);
    }

    public async Task<IResult?> TopicAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        var named = page.Edition.Topics.Named(slug);
        var path = page.TopicList(named?.Slug ?? slug);
        if (named is not null && named.Slug != slug)
        {
            return Moved(path, number);
        }

        return (named?.Name ?? await terms.TopicAsync(page.Language, slug, cancellation)) is not { } name ? null : await AnswerAsync(
            page, name, page.T("topic.kind"), path, number, await lists.WithTopicAsync(page.Language, named?.Slugs ?? [slug], Skip(number), PageSize + 1, cancellation));
    }

    public async Task<IResult?> AuthorAsync(PageContext page, string slug, int number, CancellationToken cancellation)
    {
        var profile = page.Edition.Bylines.Named(slug);
        var path = page.AuthorPage(profile?.Slug ?? slug);
        if (profile is not null && profile.Slug != slug)
        {
            return Moved(path, number);
        }

        return (profile?.Name ?? await terms.AuthorAsync(page.Language, slug, cancellation)) is not { } name ? null : await AnswerAsync(
            page, name, page.T("byline.kind"), path, number, await lists.ByAuthorAsync(page.Language, profile?.Slugs ?? [slug], Skip(number), PageSize + 1, cancellation),
            profile: number == 1 ? profile : null);
    }

    // A name that was given up leads to the list that has its stories now, page for page.
    private static RedirectHttpResult Moved(string path, int number) => TypedResults.Redirect(number == 1 ? path : $"{path}/{number}", permanent: true);

    public async Task<PageResult?> DayAsync(PageContext page, CalendarDate day, int number, CancellationToken cancellation)
    {
        var (from, until) = day.Span(page.Edition.Zone);
        var cards = await lists.OnDayAsync(page.Language, from, until, Skip(number), PageSize + 1, cancellation);
        return await AnswerAsync(page, page.Dates.Date(day), page.T("archive.title"), page.Archive(day), number, cards);
    }

    private async Task<PageResult?> AnswerAsync(
        PageContext page, string title, string kind, string path, int number, List<StorySummary> cards, string? section = null, BylineProfile? profile = null)
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
            page, head, ("Title", title), ("Kind", kind), ("Path", path), ("Section", section), ("Profile", profile), ("Number", number),
            ("Cards", cards.Take(PageSize).ToList()), ("HasMore", cards.Count > PageSize && number < MaxPage));
    }

    private static int Skip(int number) => (number - 1) * PageSize;
}
