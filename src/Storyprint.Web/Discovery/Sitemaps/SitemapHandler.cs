using Storyprint.Storage.Changes;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Discovery.Sitemaps;

/// <summary>The sitemaps: an index, the static pages, the newest news and files of all stories.</summary>
public sealed class SitemapHandler(CurrentPublication publication, StoryAddresses addresses, StoryListStore lists, PageContextFactory contexts, TimeProvider clock)
{
    /// <summary>The limits of Google News: two days, a thousand stories.</summary>
    private const int MaxNews = 1000;

    private static readonly TimeSpan NewsAge = TimeSpan.FromDays(2);

    private static readonly TimeSpan NewsMaxAge = TimeSpan.FromMinutes(5);

    public async Task<PageResult> IndexAsync(CancellationToken cancellation)
    {
        var files = await addresses.FilesAsync(cancellation);
        return Xml(SitemapXml.Index([
            Absolute("/sitemap-pages.xml"),
            Absolute("/sitemap-news.xml"),
            .. files.Select(file => Absolute($"/sitemap-{file}.xml"))]));
    }

    /// <summary>A sitemap file of stories, or null where there is none with that number.</summary>
    public async Task<PageResult?> StoriesAsync(int file, CancellationToken cancellation)
    {
        var stories = file < 1 ? [] : await addresses.InFileAsync(file, cancellation);
        return stories.Count == 0 ? null : Xml(SitemapXml.Pages(
            stories.Select(story => new SitemapPage(publication.Value.PublicAddress.NewsLink(story.Code, story.Slug), story.ChangedAt))));
    }

    public async Task<PageResult> NewsAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();

        // A story leaves the list as it ages; one that an import dated ahead enters it when its time comes.
        CacheDependencies.ExpireAt(now + NewsMaxAge);
        var cards = await lists.OfAllEditionsAsync(now - NewsAge, now.AddSeconds(1), MaxNews, cancellation);
        if (cards.Count == 0)
        {
            // Sitemaps 0.9 forbids an empty file, and a file that comes and goes is reported as broken. Google ignores addresses without news data in a news
            // sitemap, so the front page fills it.
            return Xml(SitemapXml.Pages([new SitemapPage(Absolute("/"))]));
        }

        return Xml(SitemapXml.News(cards.Select(card =>
        {
            var edition = publication.Value.EditionOrMain(card.Edition);
            return new SitemapNews(
                publication.Value.PublicAddress.NewsLink(card.Code, card.Slug), edition.Name, card.Edition,
                TimeZoneInfo.ConvertTime(card.PublishedAt, edition.Zone), card.Headline);
        })));
    }

    public async Task<PageResult> PagesAsync(CancellationToken cancellation)
    {
        var pages = new List<SitemapPage>();
        foreach (var edition in publication.Value.Editions)
        {
            var page = await contexts.CreateAsync(edition, cancellation);
            string[] standing = [page.Front, $"{page.Home}/archive", $"{page.Home}/about", $"{page.Home}/policies", $"{page.Home}/corrections"];
            pages.AddRange(standing.Concat(page.Sections.Select(section => page.Section(section.Slug))).Select(path => new SitemapPage(Absolute(path))));
        }

        return Xml(SitemapXml.Pages(pages));
    }

    private string Absolute(string path) => publication.Value.PublicAddress.Origin + path;

    private static PageResult Xml(byte[] body) => new(body, "application/xml; charset=utf-8");
}
