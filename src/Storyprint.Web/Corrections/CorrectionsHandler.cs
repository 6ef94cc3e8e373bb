using Storyprint.Storage.Stories;
using Storyprint.Web.Feeds;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Corrections;

/// <summary>The corrections of an edition: its page and its feed.</summary>
public sealed class CorrectionsHandler(CorrectionStore corrections, SiteResponses pages, PageRenderer renderer)
{
    private const int PageSize = 20;
    private const int FeedSize = 30;

    public static string PathOf(PageContext view) => $"{view.Home}/corrections";

    public async Task<PageResult?> RunAsync(PageContext view, int page, CancellationToken cancellation)
    {
        var notes = await corrections.NewestAsync(view.Language, (page - 1) * PageSize, PageSize + 1, cancellation);
        if (notes.Count == 0 && page > 1)
        {
            return null;
        }

        var path = PathOf(view);
        var title = view.T("corrections.title");
        var head = new PageHead
        {
            Title = page == 1 ? title : $"{title}, {view.Texts.Format("list.page", view.Dates.Number(page))}",
            Canonical = page == 1 ? path : $"{path}/{page}",
            Alternates = page > 1 ? [] : [.. view.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/corrections"))],
            Feed = $"{path}/feed",
        };
        return await pages.AnswerAsync<CorrectionsPage>(
            view, head, ("Notes", notes.Take(PageSize).ToList()), ("Number", page), ("HasMore", notes.Count > PageSize && page < StoryListHandler.MaxPage));
    }

    public async Task<Feed> FeedAsync(PageContext view, CancellationToken cancellation)
    {
        var path = PathOf(view);
        var items = new List<FeedItem>();
        foreach (var note in await corrections.NewestAsync(view.Language, 0, FeedSize, cancellation))
        {
            items.Add(await ItemAsync(view, note));
        }

        return new Feed
        {
            Title = $"{view.T("corrections.title")} – {view.Edition.Name}",
            Description = view.T("corrections.say"),
            Language = view.Language,
            Publisher = view.Edition.Name,
            Page = view.Absolute(path),
            Address = view.Absolute($"{path}/feed"),
            Items = items,
        };
    }

    private async Task<FeedItem> ItemAsync(PageContext view, PublicNote note)
    {
        var (address, zone) = (view.Publication.PublicAddress, view.Edition.Zone);
        return new FeedItem
        {
            Id = $"{address.ShortLink(note.Code)}#correction-{note.Ordinal}",
            Link = $"{address.NewsLink(note.Code, note.Slug)}#correction-{note.Ordinal}",
            Title = view.Texts.Format("label.title", view.Noun(note.Note.Kind), note.Headline),
            Summary = note.Note.Text,
            Html = (await renderer.TextAsync<NoteInFeed>(new Dictionary<string, object?> { ["View"] = view, ["Item"] = note })).Trim(),
            PublishedAt = TimeZoneInfo.ConvertTime(note.Note.At, zone),
            UpdatedAt = TimeZoneInfo.ConvertTime(note.Note.CorrectedAt ?? note.Note.At, zone),
        };
    }
}
