using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;
using Storyprint.Web.Scan;

namespace Storyprint.Web.Site;

/// <summary>Whatever no other address answers: short links and marks, addresses stories had before, and a plain 404.</summary>
public sealed class OldAddresses(StoryStore stories, EditionViews views, SitePages pages, MissingStories missing, ReadScan scan)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapFallback("/{**path}", async context =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await (await context.Service<OldAddresses>().FindAsync(context.Request, context.RequestAborted)).ExecuteAsync(context);
            return;
        }

        // RFC 9110, 15.5.6: a 405 says which methods the address does answer.
        context.Response.Headers.Allow = "GET, HEAD";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    });

    private async Task<IResult> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        var path = request.Path.Value ?? "/";
        var single = path.Trim('/');
        if (!single.Contains('/', StringComparison.Ordinal))
        {
            if (RevisionId.TryParse(single, out var revision) && await stories.FindAsync(revision, cancellation) is not null)
            {
                return await scan.RunAsync(revision, null, cancellation);
            }

            if (await CodeAsync(single.Split('.') is [var code, ..] && RevisionId.TryParse(single, out _) ? code : single, cancellation) is { } answer)
            {
                return answer;
            }
        }

        var old = OldLink.Of(path + request.QueryString) is { } whole ? await stories.FindByOldLinkAsync(whole, cancellation) : null;
        old ??= request.QueryString.HasValue && OldLink.Of(path) is { } bare ? await stories.FindByOldLinkAsync(bare, cancellation) : null;
        if (old is var (found, slug))
        {
            return TypedResults.Redirect(PublicAddress.NewsPath(found, slug), permanent: true);
        }

        var gone = OldLink.Of(path + request.QueryString) is { } all ? await stories.FindWithdrawnByOldLinkAsync(all, cancellation) : null;
        gone ??= request.QueryString.HasValue && OldLink.Of(path) is { } plain ? await stories.FindWithdrawnByOldLinkAsync(plain, cancellation) : null;
        return gone is not null
            ? await missing.GoneAsync(gone, cancellation)
            : await pages.NotFoundAsync(await views.OfPathAsync(path, cancellation));
    }

    private async Task<IResult?> CodeAsync(string typed, CancellationToken cancellation)
    {
        StoryCode? code = CodeReading.Read(typed) switch
        {
            CodeReading.Checked(var read) => read,
            CodeReading.Unchecked(var read) => read,
            _ => null,
        };
        return code is null ? null
            : await stories.FindSlugAsync(code.Value, cancellation) is { } slug
                ? TypedResults.Redirect(PublicAddress.NewsPath(code.Value, slug), permanent: true)
                : await missing.PageAsync(typed, cancellation);
    }
}
