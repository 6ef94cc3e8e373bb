using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Feeds;

/// <summary>The feeds of an edition, a section, a topic, an author and a story. Null where there is no such section, topic, author or story.</summary>
public sealed class FeedHandler(StoryStore stories, StoryListStore lists, TermStore terms, FeedItems items, PageContextFactory contexts)
{
    private const int Size = 30;

    public async Task<Feed?> EditionAsync(PageContext page, CancellationToken cancellation)
    {
        var feed = await OfAsync(page, string.Empty, page.Home, await lists.LatestAsync(page.Language, 0, Size, cancellation), cancellation);
        return feed with { Title = page.Edition.Name, Page = page.Absolute(page.Front), Description = page.Edition.Tagline };
    }

    public async Task<Feed?> SectionAsync(PageContext page, string slug, CancellationToken cancellation) =>
        page.Sections.Named(slug) is not { } section ? null : await OfAsync(
            page, section.Name, page.Section(section.Slug), await lists.InSectionAsync(page.Language, section.Slugs, 0, Size, cancellation), cancellation);

    public async Task<Feed?> TopicAsync(PageContext page, string slug, CancellationToken cancellation) =>
        (page.Edition.Topics.Named(slug)?.Name ?? await terms.TopicAsync(page.Language, slug, cancellation)) is not { } name ? null : await OfAsync(
            page, name, page.TopicList(page.Edition.Topics.SlugOf(slug)), await lists.WithTopicAsync(page.Language, page.Edition.Topics.SlugsOf(slug), 0, Size, cancellation), cancellation);

    public async Task<Feed?> AuthorAsync(PageContext page, string slug, CancellationToken cancellation) =>
        (page.Edition.Bylines.Named(slug)?.Name ?? await terms.AuthorAsync(page.Language, slug, cancellation)) is not { } name ? null : await OfAsync(
            page, name, page.AuthorPage(page.Edition.Bylines.SlugOf(slug)), await lists.ByAuthorAsync(page.Language, page.Edition.Bylines.SlugsOf(slug), 0, Size, cancellation), cancellation);

    /// <summary>The revisions of one story, newest first.</summary>
    public async Task<Feed?> StoryAsync(CurrentPublication publication, StoryCode code, CancellationToken cancellation)
    {
        if (await stories.RevisionsAsync(code, Size, cancellation) is not [{ IsPage: false } newest, ..] revisions)
        {
            return null;
        }

        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(newest.Edition), cancellation);
        var entries = new List<FeedItem>(revisions.Count);
        foreach (var revision in revisions)
        {
            entries.Add(await items.OfRevisionAsync(page, revision));
        }

        return Create(page, newest.Content.Headline, $"/news/{code}", entries) with
        {
            Page = publication.Value.PublicAddress.NewsLink(code, newest.Slug),
            Description = newest.Content.Standfirst,
        };
    }

    private async Task<Feed> OfAsync(PageContext page, string title, string path, List<StorySummary> cards, CancellationToken cancellation)
    {
        var entries = new List<FeedItem>(cards.Count);
        foreach (var story in await stories.FindManyAsync([.. cards.Select(card => card.Code)], cancellation))
        {
            entries.Add(await items.OfStoryAsync(page, story));
        }

        return Create(page, title, path, entries);
    }

    private static Feed Create(PageContext page, string title, string path, IReadOnlyList<FeedItem> entries) => new()
    {
        Title = $"{title} – {page.Edition.Name}",
        Language = page.Language,
        Publisher = page.Edition.Name,
        Page = page.Absolute(path),
        Address = page.Absolute($"{path}/feed"),
        Items = entries,
    };
}
