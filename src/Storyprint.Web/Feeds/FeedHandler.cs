using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Feeds;

/// <summary>The feeds of an edition, a section, a topic, an author and a story. Null where there is nothing of that name.</summary>
public sealed class FeedHandler(StoryStore stories, StoryListStore lists, TermStore terms, FeedItems items, PageContextFactory views)
{
    private const int Size = 30;

    public async Task<Feed?> EditionAsync(PageContext view, CancellationToken cancellation)
    {
        var feed = await OfAsync(view, string.Empty, view.Home, await lists.LatestAsync(view.Language, 0, Size, cancellation), cancellation);
        return feed with { Title = view.Edition.Name, Page = view.Absolute(view.Front), Description = view.Edition.Tagline };
    }

    public async Task<Feed?> SectionAsync(PageContext view, string slug, CancellationToken cancellation) =>
        view.Sections.FirstOrDefault(section => section.Slug == slug) is not { } section ? null : await OfAsync(
            view, section.Name, view.Section(slug), await lists.InSectionAsync(view.Language, slug, 0, Size, cancellation), cancellation);

    public async Task<Feed?> TopicAsync(PageContext view, string slug, CancellationToken cancellation) =>
        await terms.TopicAsync(view.Language, slug, cancellation) is not { } name ? null : await OfAsync(
            view, name, view.Topic(name), await lists.WithTopicAsync(view.Language, slug, 0, Size, cancellation), cancellation);

    public async Task<Feed?> AuthorAsync(PageContext view, string slug, CancellationToken cancellation) =>
        await terms.AuthorAsync(view.Language, slug, cancellation) is not { } name ? null : await OfAsync(
            view, name, view.Author(name), await lists.ByAuthorAsync(view.Language, slug, 0, Size, cancellation), cancellation);

    /// <summary>The revisions of one story, newest first.</summary>
    public async Task<Feed?> StoryAsync(Publication publication, StoryCode code, CancellationToken cancellation)
    {
        if (await stories.RevisionsAsync(code, Size, cancellation) is not [{ IsPage: false } newest, ..] revisions)
        {
            return null;
        }

        var view = await views.OfAsync(publication.EditionOrMain(newest.Edition), cancellation);
        var entries = new List<FeedItem>(revisions.Count);
        foreach (var revision in revisions)
        {
            entries.Add(await items.OfRevisionAsync(view, revision));
        }

        return Create(view, newest.Content.Headline, $"/news/{code}", entries) with
        {
            Page = publication.PublicAddress.NewsLink(code, newest.Slug),
            Description = newest.Content.Standfirst,
        };
    }

    private async Task<Feed> OfAsync(PageContext view, string title, string path, List<StorySummary> cards, CancellationToken cancellation)
    {
        var entries = new List<FeedItem>(cards.Count);
        foreach (var story in await stories.FindManyAsync([.. cards.Select(card => card.Code)], cancellation))
        {
            entries.Add(await items.OfStoryAsync(view, story));
        }

        return Create(view, title, path, entries);
    }

    private static Feed Create(PageContext view, string title, string path, IReadOnlyList<FeedItem> entries) => new()
    {
        Title = $"{title} – {view.Edition.Name}",
        Language = view.Language,
        Publisher = view.Edition.Name,
        Page = view.Absolute(path),
        Address = view.Absolute($"{path}/feed"),
        Items = entries,
    };
}
