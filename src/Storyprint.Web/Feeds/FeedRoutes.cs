using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Changes;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Corrections;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Serving.Pages;
using Storyprint.Web.Site;

namespace Storyprint.Web.Feeds;

/// <summary>Each feed in each of its forms. The endings are literal, so that they win over slugs.</summary>
public static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var edition = routes.MapGroup(SiteRoutes.EditionPattern);
        foreach (var form in FeedForm.All)
        {
            edition.MapFeed("/feed", form, (reading, view, _, cancellation) => reading.EditionAsync(view, cancellation));
            edition.MapFeed("/section/{slug}/feed", form, (reading, view, slug, cancellation) => reading.SectionAsync(view, slug, cancellation));
            edition.MapFeed("/topic/{slug}/feed", form, (reading, view, slug, cancellation) => reading.TopicAsync(view, slug, cancellation));
            edition.MapFeed("/byline/{slug}/feed", form, (reading, view, slug, cancellation) => reading.AuthorAsync(view, slug, cancellation));
            edition.MapFeed("/corrections/feed", form, async (context, view) =>
                await context.Service<ReadCorrections>().FeedAsync(view, context.RequestAborted));
            routes.MapReading($"/news/{{id}}/feed.{form.Ending}", async (HttpContext context, string id, ReadFeed reading, Publication publication, MissingStories missing) =>
                StoryCode.TryFromDigits(id, out var code) && await OnceAsync(context, form, () => reading.StoryAsync(publication, code, context.RequestAborted)) is { } feed
                    ? (IResult)new PageAnswer(form.Write(feed), form.MediaType)
                    : await missing.FileAsync(id, context.RequestAborted)).Kept();
        }
    }

    private static void MapFeed(
        this IEndpointRouteBuilder edition, string path, FeedForm form, Func<ReadFeed, EditionView, string, CancellationToken, Task<Feed?>> read) =>
        edition.MapFeed(path, form, (context, view) => read(context.Service<ReadFeed>(), view, context.Text("slug"), context.RequestAborted));

    private static void MapFeed(this IEndpointRouteBuilder edition, string path, FeedForm form, Func<HttpContext, EditionView, Task<Feed?>> read) =>
        edition.MapEdition($"{path}.{form.Ending}", async (context, view) =>
            await OnceAsync(context, form, () => read(context, view)) is { } feed ? new PageAnswer(form.Write(feed), form.MediaType) : null).Kept();

    // All forms of a feed say the same.
    private static Task<Feed?> OnceAsync(HttpContext context, FeedForm form, Func<Task<Feed?>> read) =>
        ReadOnce.OfAsync((typeof(Feed), context.Request.Path.Value![..^form.Ending.Length]), read);
}
