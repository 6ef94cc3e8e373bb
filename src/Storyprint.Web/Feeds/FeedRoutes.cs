using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Corrections;
using Storyprint.Web.Limits;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Feeds;

/// <summary>Each feed in each format. The endings are literal, so that they take precedence over slugs.</summary>
public static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var edition = routes.MapGroup(SiteRoutes.EditionPattern);
        foreach (var form in FeedFormat.All)
        {
            edition.MapFeed("/feed", form, (reading, page, _, cancellation) => reading.EditionAsync(page, cancellation));
            edition.MapFeed("/section/{slug}/feed", form, (reading, page, slug, cancellation) => reading.SectionAsync(page, slug, cancellation));
            edition.MapFeed("/topic/{slug}/feed", form, (reading, page, slug, cancellation) => reading.TopicAsync(page, slug, cancellation));
            edition.MapFeed("/byline/{slug}/feed", form, (reading, page, slug, cancellation) => reading.AuthorAsync(page, slug, cancellation));
            edition.MapFeed("/corrections/feed", form, async (context, page) =>
                await context.Service<CorrectionsHandler>().FeedAsync(page, context.RequestAborted));
            routes.MapReading(RequestClass.Page, $"/news/{{id}}/feed.{form.Ending}", async (HttpContext context, string id, FeedHandler reading, CurrentPublication publication, GoneOrNotFound missing) =>
                StoryCode.TryFromDigits(id, out var code) && await OnceAsync(context, form, () => reading.StoryAsync(publication, code, context.RequestAborted)) is { } feed
                    ? (IResult)new PageResult(form.Write(feed), form.MediaType)
                    : await missing.FileAsync(id, context.RequestAborted)).CachePage();
        }
    }

    private static void MapFeed(
        this IEndpointRouteBuilder edition, string path, FeedFormat form, Func<FeedHandler, PageContext, string, CancellationToken, Task<Feed?>> read) =>
        edition.MapFeed(path, form, (context, page) => read(context.Service<FeedHandler>(), page, context.Text("slug"), context.RequestAborted));

    private static void MapFeed(this IEndpointRouteBuilder edition, string path, FeedFormat form, Func<HttpContext, PageContext, Task<Feed?>> read) =>
        edition.MapEdition(RequestClass.Page, $"{path}.{form.Ending}", async (context, page) =>
            await OnceAsync(context, form, () => read(context, page)) is { } feed ? new PageResult(form.Write(feed), form.MediaType) : null).CachePage();

    // All formats of a feed have the same content.
    private static Task<Feed?> OnceAsync(HttpContext context, FeedFormat form, Func<Task<Feed?>> read) =>
        AmbientReadCache.GetOrAddAsync((typeof(Feed), context.Request.Path.Value![..^form.Ending.Length]), read);
}
