using Storyprint.Storage.Changes;
using Storyprint.Stories.Editions;

namespace Storyprint.Web.Caching;

/// <summary>
/// The cache tags that a release invalidates. Pages that showed the story before carry its own tag; the list tags here are for lists that it may have entered
/// now.
/// </summary>
internal static class InvalidationTags
{
    public static IEnumerable<string> From(ChangedStory story, Publication publication)
    {
        var edition = story.Edition;
        yield return CacheTag.Story(story.Code);
        yield return CacheTag.Log;
        yield return CacheTag.News;
        yield return CacheTag.Sitemaps;
        yield return CacheTag.Sitemap(story.SitemapFile);
        yield return CacheTag.Archive(edition);
        yield return CacheTag.Deep(edition);
        if (story.HasNotes)
        {
            yield return CacheTag.Corrections(edition);
        }

        if (story.TranslationKey is { } key)
        {
            yield return CacheTag.Translations(key);
        }

        if (!story.IsListed)
        {
            yield break;
        }

        yield return CacheTag.Latest(edition);
        yield return CacheTag.Section(edition, story.Section);
        var shown = publication.EditionOrMain(edition);
        yield return CacheTag.Day(edition, CalendarDate.From(story.PublishedAt, shown).Span(shown.Zone).From);
        foreach (var slug in story.Topics)
        {
            yield return CacheTag.Topic(edition, slug);
        }

        foreach (var slug in story.Bylines)
        {
            yield return CacheTag.Byline(edition, slug);
        }
    }
}
