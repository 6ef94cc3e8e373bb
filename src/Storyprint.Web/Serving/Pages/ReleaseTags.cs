using Storyprint.Storage.Changes;
using Storyprint.Stories.Editions;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// What a release makes stale. Pages that showed the story before are found by the story's own tag, wherever it stood; the lists named here are
/// those it stands in now and may not have stood in before.
/// </summary>
internal static class ReleaseTags
{
    public static IEnumerable<string> Of(ChangedStory story, Publication publication)
    {
        var edition = story.Edition;
        yield return PageTag.Story(story.Code);
        yield return PageTag.Log;
        yield return PageTag.News;
        yield return PageTag.Sitemaps;
        yield return PageTag.Sitemap(story.SitemapFile);
        yield return PageTag.Archive(edition);
        yield return PageTag.Deep(edition);
        if (story.HasNotes)
        {
            yield return PageTag.Corrections(edition);
        }

        if (story.TranslationKey is { } key)
        {
            yield return PageTag.Translations(key);
        }

        if (!story.IsListed)
        {
            yield break;
        }

        yield return PageTag.Latest(edition);
        yield return PageTag.Section(edition, story.Section);
        var shown = publication.EditionOrMain(edition);
        yield return PageTag.Day(edition, CalendarDate.Of(story.PublishedAt, shown).Span(shown.Zone).From);
        foreach (var slug in story.Topics)
        {
            yield return PageTag.Topic(edition, slug);
        }

        foreach (var slug in story.Bylines)
        {
            yield return PageTag.Byline(edition, slug);
        }
    }
}
