using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Site;

namespace Storyprint.Web.Scan;

/// <summary>Routes of printed marks. Any letter case is accepted: scanners and people change it.</summary>
public static class ScanRoutes
{
    public static void MapScan(this IEndpointRouteBuilder routes) =>
        routes.MapReading(RequestClass.Page, "/s/{id}/{payload}", async (HttpContext context, string id, string payload, ScanHandler scan, GoneOrNotFound missing) =>
            RevisionId.TryParse(id, out var revision)
                ? await scan.RunAsync(revision, payload, context.RequestAborted)
                : await missing.PageAsync(id, context.RequestAborted)).CachePage();
}
