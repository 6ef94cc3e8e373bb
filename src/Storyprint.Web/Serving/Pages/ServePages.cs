using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Changes;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// Serves pages from memory, and has those rendered that are not there. The first half stands before everything else and does no more than
/// find and copy; the second stands behind routing, where it is known which addresses are pages.
/// </summary>
internal sealed class ServePages(PageShelf shelf, Renderings renderings, PagePress press, PageMeter meter, CdnHeaders cdn, TimeProvider clock)
{
    /// <summary>To stand first.</summary>
    public Task FirstAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return IsReading(request) && Find(request.Path.Value!) is { } page && (page.IgnoresQuery || !request.QueryString.HasValue)
            ? HitAsync(context, page)
            : next(context);
    }

    /// <summary>To stand behind routing.</summary>
    public async Task RoutedAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsReading(request) || context.GetEndpoint()?.Metadata.GetMetadata<PageKeeping>() is not { } keeping || keeping.Query(request) is not { } query)
        {
            await next(context);
            return;
        }

        // A page that reads of the query could not be found without knowing what.
        var key = request.Path.Value + query;
        if (!keeping.IgnoresQuery && Find(key) is { } page)
        {
            await HitAsync(context, page);
            return;
        }

        meter.Miss();
        try
        {
            var answer = await renderings.JoinAsync(key, () => RenderAsync(context, next, key, query, keeping)).WaitAsync(context.RequestAborted);
            await (answer switch
            {
                RenderedAnswer.Page(var kept) => kept.AnswerAsync(context, AcceptedEncodings.Read(request.Headers.AcceptEncoding)),
                RenderedAnswer.Other other => other.AnswerAsync(context),
                _ => throw new UnreachableException(),
            });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; whoever else waits for the page gets it.
        }
    }

    private KeptPage? Find(string key)
    {
        if (!shelf.TryFind(key, out var page))
        {
            return null;
        }

        if (clock.GetUtcNow().UtcTicks < page.Until)
        {
            return page;
        }

        shelf.Drop(page);
        return null;
    }

    private Task HitAsync(HttpContext context, KeptPage page)
    {
        meter.Hit();
        var accepted = AcceptedEncodings.Read(context.Request.Headers.AcceptEncoding);
        if (!page.IsPackedFor(accepted))
        {
            press.Offer(page);
        }

        return page.AnswerAsync(context, accepted);
    }

    private async Task<RenderedAnswer> RenderAsync(HttpContext asked, RequestDelegate next, string key, string query, PageKeeping keeping)
    {
        // Read before the first question: what is forgotten from here on may be on the page.
        var began = shelf.Sequence;
        var watch = clock.GetTimestamp();
        var shows = PageShows.Gather();
        using var body = new MemoryStream(32 * 1024);
        var quiet = QuietRequest.MakeLike(asked, query, body);
        await next(quiet);
        meter.Rendered(clock.GetElapsedTime(watch));
        var (response, bytes) = (quiet.Response, body.ToArray());
        if (response.StatusCode != StatusCodes.Status200OK || bytes.Length == 0 || response.Headers.ETag.Count == 0)
        {
            return new RenderedAnswer.Other(response.StatusCode, [.. response.Headers], bytes);
        }

        var tags = shows.Tags;
        cdn.Write(response.Headers, tags);
        var page = new KeptPage(key, bytes, response.Headers, new TagSet(tags), shows.Until, keeping.IgnoresQuery);
        shelf.Keep(page, began);
        return new RenderedAnswer.Page(page);
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
