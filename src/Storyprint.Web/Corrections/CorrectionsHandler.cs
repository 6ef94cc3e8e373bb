using Storyprint.Storage.Stories;
using Storyprint.Web.Feeds;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Corrections;

/// <summary>The corrections of an edition: its pages and its feed.</summary>
public sealed class CorrectionsHandler(CorrectionStore corrections, SiteResponses pages, PageRenderer renderer)
{
    private const int PageSize = 20;
    private const int FeedSize = 30;

    public static string PathOf(PageContext page) => $"{page.Home}/corrections";

    public async Task<PageResult?> RunAsync(PageContext page, int number, CancellationToken cancellation)
    {
        var notes = await corrections.NewestAsync(page.Language, (number - 1) * PageSize, PageSize + 1, cancellation);
        if (notes.Count == 0 && number > 1)
        {
            return null;
        }

        var path = PathOf(page);
        var title = page.T("corrections.title");
        var head = new PageHead
        {
            Title = number == 1 ? title : $"{title}, {page.Texts.Format("list.page", page.Dates.Number(number))}",
            Canonical = number == 1 ? path : $"{path}/{number}",
            Alternates = number > 1 ? [] : [.. page.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/corrections"))],
            Feed = $"{path}/feed",
        };
        return await pages.AnswerAsync<CorrectionsPage>(
            page, head, ("Notes", notes.Take(PageSize).ToList()), ("Number", number), ("HasMore", notes.Count > PageSize && number < StoryListHandler.MaxPage));
    }

    public async Task<Feed> FeedAsync(PageContext page, CancellationToken cancellation)
    {
        var path = PathOf(page);
        var items = new List<FeedItem>();
        foreach (var note in await corrections.NewestAsync(page.Language, 0, FeedSize, cancellation))
        {
            items.Add(await ItemAsync(page, note));
        }

        return new Feed
        {
            Title = $"{page.T("corrections.title")} – {page.Edition.Name}",
            Description = page.T("corrections.say"),
            Language = page.Language,
            Publisher = page.Edition.Name,
            Page = page.Absolute(path),
            Address = page.Absolute($"{path}/feed"),
            Items = items,
        };
    }

    private async Task<FeedItem> ItemAsync(PageContext page, PublicNote note)
    {
        var (address, zone) = (page.Publication.PublicAddress, page.Edition.Zone);
        return new FeedItem
        {
            Id = $"{address.ShortLink(note.Code)}#correction-{note.Ordinal}",
            Link = $"{address.NewsLink(note.Code, note.Slug)}#correction-{note.Ordinal}",
            Title = page.Texts.Format("label.title", page.Noun(note.Note.Kind), note.Headline),
            Summary = note.Note.Text,
            Html = (await renderer.TextAsync<NoteInFeed>(new Dictionary<string, object?> { ["Page"] = page, ["Item"] = note })).Trim(),
            PublishedAt = TimeZoneInfo.ConvertTime(note.Note.At, zone),
            UpdatedAt = TimeZoneInfo.ConvertTime(note.Note.CorrectedAt ?? note.Note.At, zone),
        };
    }
}
