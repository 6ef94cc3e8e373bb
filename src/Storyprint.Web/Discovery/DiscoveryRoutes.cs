using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Settings;
using Storyprint.Web.Caching;
using Storyprint.Web.Discovery.Sitemaps;
using Storyprint.Web.Discovery.WellKnown;
using Storyprint.Web.Feeds;
using Storyprint.Web.Limits;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;
using Storyprint.Web.SocialImages;

namespace Storyprint.Web.Discovery;

/// <summary>Routes for programs: feeds, sitemaps, well-known files, social images.</summary>
public static class DiscoveryRoutes
{
    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapFeeds();
        routes.MapSocialImages();
        MapSitemaps(routes);
        MapWellKnown(routes);
    }

    private static void MapSitemaps(IEndpointRouteBuilder routes)
    {
        routes.MapReading(RequestClass.Page, "/sitemap.xml", (HttpContext context, SitemapHandler sitemaps) => sitemaps.IndexAsync(context.RequestAborted)).CachePage();
        routes.MapReading(RequestClass.Page, "/sitemap-pages.xml", (HttpContext context, SitemapHandler sitemaps) => sitemaps.PagesAsync(context.RequestAborted)).CachePage();
        routes.MapReading(RequestClass.Page, "/sitemap-news.xml", (HttpContext context, SitemapHandler sitemaps) => sitemaps.NewsAsync(context.RequestAborted)).CachePage();
        routes.MapReading(RequestClass.Page, "/sitemap-{file:int}.xml", async (HttpContext context, int file, SitemapHandler sitemaps) =>
            await sitemaps.StoriesAsync(file, context.RequestAborted) ?? (IResult)TypedResults.NotFound()).CachePage();
    }

    private static void MapWellKnown(IEndpointRouteBuilder routes)
    {
        routes.MapReading(RequestClass.InMemory, "/robots.txt", (CurrentPublication publication) => Text(RobotsText.Create(publication.Value)));
        routes.MapReading(RequestClass.InMemory, SecurityText.Path, (CurrentPublication publication, TimeProvider clock) => Text(SecurityText.Create(publication.Value, clock.GetUtcNow())));
        routes.MapReading(RequestClass.InMemory, "/security.txt", () => TypedResults.Redirect(SecurityText.Path, permanent: true));
        routes.MapReading(RequestClass.InMemory, "/trust.txt", (CurrentPublication publication) => Text(TrustText.Create(publication.Value)));
        routes.MapReading(RequestClass.InMemory, "/.well-known/trust.txt", (CurrentPublication publication) => Text(TrustText.Create(publication.Value)));
        routes.MapReading(RequestClass.InMemory, "/favicon.ico", (HttpContext context, PageAssets assets) =>
        {
            // The icon's address changes with its content, so the redirect to it must not be cached for ever.
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return TypedResults.Redirect(assets.Path("icon.svg"), permanent: true);
        });
    }

    private static IResult Text(string? text) => text is null
        ? TypedResults.NotFound()
        : new PageResult(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), "text/plain; charset=utf-8");
}
