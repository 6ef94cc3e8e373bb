using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>Whatever no other address answers: short links and marks, addresses stories had before, and a plain 404.</summary>
public sealed class OldAddresses(StoryStore stories, EditionViews views, SitePages pages)
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
            // A mark leads to its revision; that may become another page than the story's, so nothing may remember the way.
            if (RevisionId.TryParse(single, out var revision) && await stories.FindAsync(revision, cancellation) is { } story)
            {
                return TypedResults.Redirect(story.IsCurrent ? PublicAddress.NewsPath(story.Code, story.Slug) : $"/news/{revision}");
            }

            if (await CodeAsync(single.Split('.') is [var code, ..] && RevisionId.TryParse(single, out _) ? code : single, cancellation) is { } answer)
            {
                return answer;
            }
        }

        var old = OldLink.Of(path + request.QueryString) is { } whole ? await stories.FindByOldLinkAsync(whole, cancellation) : null;
        old ??= request.QueryString.HasValue && OldLink.Of(path) is { } bare ? await stories.FindByOldLinkAsync(bare, cancellation) : null;
        return old is var (found, slug)
            ? TypedResults.Redirect(PublicAddress.NewsPath(found, slug), permanent: true)
            : await pages.NotFoundAsync(await views.OfPathAsync(path, cancellation));
    }

    private async Task<IResult?> CodeAsync(string typed, CancellationToken cancellation)
    {
        var view = await views.OfPathAsync("/", cancellation);
        switch (CodeReading.Read(typed))
        {
            case CodeReading.Checked(var code):
                return await stories.FindSlugAsync(code, cancellation) is { } slug
                    ? TypedResults.Redirect(PublicAddress.NewsPath(code, slug), permanent: true)
                    : await pages.NoSuchCodeAsync(view, typed);
            case CodeReading.Unchecked(var code):
                return await stories.FindSlugAsync(code, cancellation) is { } imported
                    ? TypedResults.Redirect(PublicAddress.NewsPath(code, imported), permanent: true)
                    : await pages.TypingErrorAsync(view, typed);
            default:
                return null;
        }
    }
}
