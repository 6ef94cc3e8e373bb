using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Rendering;
using Storyprint.Web.Scan;

namespace Storyprint.Web.Site;

/// <summary>The fallback for addresses without a route: short links and marks, and 404. Old addresses come before, in <see cref="OldAddressMiddleware"/>.</summary>
public sealed class LegacyUrlFallback(StoryStore stories, PageContextFactory contexts, SiteResponses pages, GoneOrNotFound missing, ScanHandler scan, IServiceProvider services)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapFallback("/{**path}", async context =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await (await context.Service<LegacyUrlFallback>().FindAsync(context.Request, context.RequestAborted)).ExecuteAsync(context);
            return;
        }

        // RFC 9110, 15.5.6: a 405 lists the methods that are allowed.
        context.Response.Headers.Allow = "GET, HEAD";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    }).CachePageWithoutQuery().InClass(RequestClass.Page);

    private async Task<IResult> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        var path = request.Path.Value ?? "/";
        var single = path.Trim('/');
        if (!single.Contains('/', StringComparison.Ordinal))
        {
            var isRevision = RevisionId.TryParse(single, out var revision);
            if (isRevision && await scan.FindAsync(revision, cancellation) is { } page)
            {
                return page;
            }

            if (await CodeAsync(isRevision ? revision.Code.Digits : single, cancellation) is { } answer)
            {
                return answer;
            }
        }

        if (await services.GetRequiredService<OldAddresses>().OfTargetAsync(path, cancellation) is OldAddress.Leads(var target))
        {
            return TypedResults.Redirect(target, permanent: true);
        }

        return await pages.NotFoundAsync(await contexts.CreateForPathAsync(path, cancellation));
    }

    private async Task<IResult?> CodeAsync(string typed, CancellationToken cancellation) =>
        StoryCodeParseResult.Read(typed).AnyCode is not { } code ? null
        : await stories.FindSlugAsync(code, cancellation) is { } slug ? TypedResults.Redirect(PublicAddress.NewsPath(code, slug), permanent: true)
        : await missing.PageAsync(typed, cancellation);
}
