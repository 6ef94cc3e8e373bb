using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Editions;
using Storyprint.Web.Cards;
using Storyprint.Web.Feeds;
using Storyprint.Web.Machine.Sitemaps;
using Storyprint.Web.Machine.WellKnown;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Serving.Pages;
using Storyprint.Web.Site;

namespace Storyprint.Web.Machine;

/// <summary>Everything that programs read rather than people: feeds, sitemaps, well-known files, card pictures.</summary>
public static class MachineRoutes
{
    public static void MapMachine(this IEndpointRouteBuilder routes)
    {
        routes.MapFeeds();
        routes.MapCards();
        MapSitemaps(routes);
        MapWellKnown(routes);
    }

    private static void MapSitemaps(IEndpointRouteBuilder routes)
    {
        routes.MapReading("/sitemap.xml", (HttpContext context, ReadSitemaps sitemaps) => sitemaps.IndexAsync(context.RequestAborted)).Kept();
        routes.MapReading("/sitemap-pages.xml", (HttpContext context, ReadSitemaps sitemaps) => sitemaps.PagesAsync(context.RequestAborted)).Kept();
        routes.MapReading("/sitemap-news.xml", (HttpContext context, ReadSitemaps sitemaps) => sitemaps.NewsAsync(context.RequestAborted)).Kept();
        routes.MapReading("/sitemap-{file:int}.xml", async (HttpContext context, int file, ReadSitemaps sitemaps) =>
            await sitemaps.StoriesAsync(file, context.RequestAborted) ?? (IResult)TypedResults.NotFound()).Kept();
    }

    private static void MapWellKnown(IEndpointRouteBuilder routes)
    {
        routes.MapReading("/robots.txt", (Publication publication) => Text(RobotsText.Of(publication)));
        routes.MapReading(SecurityText.Path, (Publication publication, TimeProvider clock) => Text(SecurityText.Of(publication, clock.GetUtcNow())));
        routes.MapReading("/security.txt", () => TypedResults.Redirect(SecurityText.Path, permanent: true));
        routes.MapReading("/trust.txt", (Publication publication) => Text(TrustText.Of(publication)));
        routes.MapReading("/.well-known/trust.txt", (Publication publication) => Text(TrustText.Of(publication)));
        routes.MapReading("/favicon.ico", (HttpContext context, PageAssets assets) =>
        {
            // The icon's address changes with its content, so the way to it must not be remembered for ever.
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return TypedResults.Redirect(assets.Path("icon.svg"), permanent: true);
        });
    }

    private static IResult Text(string? text) => text is null
        ? TypedResults.NotFound()
        : new PageAnswer(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), "text/plain; charset=utf-8");
}
