using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Discovery;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The page of a story, or of one of its revisions.</summary>
public sealed class StoryPageHandler(StoryStore stories, StoryListStore lists, ArchivedCommentStore comments, PageContextFactory contexts, SiteResponses pages, CurrentPublication publication)
{
    private const int RelatedStories = 4;

    /// <summary>The current revision at its canonical address; a wrong or old slug redirects there.</summary>
    public async Task<IResult?> RunAsync(StoryCode code, string? slug, CancellationToken cancellation)
    {
        var story = await stories.FindAsync(code, cancellation);
        if (story is null)
        {
            return null;
        }

        return slug == PublicAddress.InPath(story.Slug)
            ? await PageAsync(story, cancellation)
            : TypedResults.Redirect(PublicAddress.NewsPath(story.Code, story.Slug), permanent: true);
    }

    /// <summary>A given revision, current or not.</summary>
    public async Task<IResult?> RunAsync(RevisionId revision, CancellationToken cancellation) =>
        await stories.FindAsync(revision, cancellation) is { } story ? await PageAsync(story, cancellation) : null;

    /// <summary>The page of a text, published or not.</summary>
    internal async Task<PageResult> PageAsync(PublishedStory story, CancellationToken cancellation)
    {
        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        var current = story.IsCurrent ? story : await stories.FindAsync(story.Code, cancellation) ?? story;
        var standing = StoryStanding.From(current);
        var translations = story.TranslationKey is { } key ? await lists.TranslationsAsync(key, story.Code, cancellation) : [];
        var related = story.IsPage ? [] : await lists.RelatedAsync(current, RelatedStories, cancellation);
        var head = Head(page, story, current, standing, translations);
        var answer = await pages.AnswerAsync<StoryPage>(
            page, head, ("Story", story), ("Current", current), ("Standing", standing), ("Related", related), ("Translations", translations),
            ("HasComments", publication.Value.ShowsArchivedComments && await comments.HasAnyAsync(story.Code, cancellation)));
        return answer with { Style = head.PrintStyleRules };
    }

    private static PageHead Head(
        PageContext page, PublishedStory story, PublishedStory current, StoryStanding standing, IReadOnlyList<StorySummary> translations)
    {
        var content = story.Content;
        var path = PublicAddress.NewsPath(story.Code, story.Slug);
        var alternates = translations.Select(card => (card.Edition, page.Story(card)))
            .Where(alternate => page.Publication.Edition(alternate.Edition) is not null).DistinctBy(alternate => alternate.Edition).ToList();
        return new PageHead
        {
            Title = Title(page, standing, content.SearchHeadline ?? content.Headline),
            SocialTitle = Title(page, standing, content.SocialHeadline ?? content.Headline),
            Description = content.Summary,
            Canonical = path,
            Alternates = alternates.Count == 0 ? [] : [(story.Edition, path), .. alternates],
            Feed = story.IsPage ? null : $"/news/{story.Code}/feed",
            Type = "article",
            Picture = Picture(page, story),
            Article = [.. Article(page, story)],
            Facts = [("storyprint:revision", story.Id.ToString()), ("storyprint:status", standing.Word.Token)],
            JsonLd = story.IsPage ? null : NewsArticle.Create(page, story, current.Content.Corrections),
            Opening = [(FontCut.Display, content.Headline), (FontCut.Standfirst, content.Standfirst)],
            CanCopy = !story.IsPage,
            PrintStyleRules = story.IsPage ? null : PrintStyleRules.CreateForStoryPage(page, story, standing.Word),
        };
    }

    // No title is silent about a retraction.
    private static string Title(PageContext page, StoryStanding standing, string headline) => standing.IsRetracted ? page.Labelled(standing.Word, headline) : headline;

    internal static (string Address, string Alt, int Width, int Height) Picture(PageContext page, PublishedStory story)
    {
        if (story.Content.LeadPicture is not { Width: > 0 } picture)
        {
            return (page.Absolute($"/news/{story.Code}/card.png"), story.Content.Headline, 1200, 630);
        }

        var width = Math.Min(RenditionStore.Largest, picture.Width);
        var height = (int)Math.Round((double)picture.Height * width / picture.Width);
        return (page.Absolute($"/media/{picture.Hash}/{RenditionStore.Largest}.jpg"), picture.Alt, width, height);
    }

    private static IEnumerable<(string Property, string Content)> Article(PageContext page, PublishedStory story)
    {
        yield return ("article:published_time", page.Dates.Machine(story.PublishedAt));
        yield return ("article:modified_time", page.Dates.Machine(story.UpdatedAt ?? story.PublishedAt));
        foreach (var author in story.Content.Bylines)
        {
            yield return ("article:author", author);
        }

        if (story.Content.Section.Length > 0)
        {
            yield return ("article:section", page.SectionName(story.Content.Section));
        }

        foreach (var topic in story.Content.Topics)
        {
            yield return ("article:tag", topic);
        }
    }
}
