using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Settings;
using Storyprint.Web.Site;

namespace Storyprint.Web.Caching;

/// <summary>
/// Serves pages from the cache; renders and caches those that are missing. The first half runs before routing and only looks up; the second runs after routing,
/// when it is known which endpoints are pages.
/// </summary>
internal sealed class PageCacheMiddleware(PageCache cache, InFlightRenders renders, PageCompressor compressor, PageCacheMetrics metrics, CdnHeaders cdn, CurrentPublication publication, TimeProvider clock)
{
    /// <summary>Runs first.</summary>
    public Task BeforeRoutingAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return IsRead(request) && !OldAddressMiddleware.MayBeOfQuery(request) && Find(request.Path.Value!) is { } page && (page.IgnoresQuery || !request.QueryString.HasValue)
            ? HitAsync(context, page)
            : next(context);
    }

    /// <summary>Runs after routing.</summary>
    public async Task AfterRoutingAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsRead(request) || OldAddressMiddleware.MayBeOfQuery(request) || context.GetEndpoint()?.Metadata.GetMetadata<CachedQuery>() is not { } cachedQuery
            || cachedQuery.Key(request) is not { } query)
        {
            await next(context);
            return;
        }

        // Pages that depend on the query can only be looked up after routing, when the endpoint says which part of it counts.
        var key = request.Path.Value + query;
        if (!cachedQuery.IsIgnored && Find(key) is { } page)
        {
            await HitAsync(context, page);
            return;
        }

        metrics.Miss();
        try
        {
            var result = await renders.GetOrStartAsync(key, abandoned => RenderAsync(context, next, key, query, cachedQuery, abandoned), context.RequestAborted);
            await (result switch
            {
                RenderResult.Page(var cached) => cached.WriteAsync(context, AcceptedEncodings.Read(request.Headers.AcceptEncoding)),
                RenderResult.Other other => other.WriteAsync(context),
                _ => throw new UnreachableException(),
            });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; the others who wait for the page get it.
        }
    }

    /// <summary>Answers a request whose query turned out to be no old address, where its page is in the cache.</summary>
    public async Task<bool> HitAsync(HttpContext context)
    {
        if (!IsRead(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<CachedQuery>()?.Key(context.Request) is not { } query || Find(context.Request.Path.Value + query) is not { } page)
        {
            return false;
        }

        await HitAsync(context, page);
        return true;
    }

    private CachedPage? Find(string key)
    {
        if (!cache.TryGet(key, out var page))
        {
            return null;
        }

        if (clock.GetUtcNow().UtcTicks < page.ExpiresAt)
        {
            return page;
        }

        cache.Remove(page);
        return null;
    }

    private Task HitAsync(HttpContext context, CachedPage page)
    {
        metrics.Hit();
        var accepted = AcceptedEncodings.Read(context.Request.Headers.AcceptEncoding);
        if (!page.IsCompressedFor(accepted))
        {
            compressor.Enqueue(page);
        }

        return page.WriteAsync(context, accepted);
    }

    private async Task<RenderResult> RenderAsync(HttpContext original, RequestDelegate next, string key, string query, CachedQuery cachedQuery, CancellationToken abandoned)
    {
        // Read before the first query: an invalidation from here on may concern this page.
        var began = cache.Version;

        // Pinned once it can be joined: whoever joins it after a change of settings would otherwise get a page from before it.
        publication.Pin();
        var watch = clock.GetTimestamp();
        var dependencies = CacheDependencies.Collect();
        using var body = new MemoryStream(32 * 1024);
        var request = SyntheticRequest.CreateLike(original, query, body);
        request.RequestAborted = abandoned;
        var isCompressed = AcceptedEncodings.Read(original.Request.Headers.AcceptEncoding).Any;
        await next(request);
        abandoned.ThrowIfCancellationRequested();
        metrics.Rendered(clock.GetElapsedTime(watch));
        var (response, bytes) = (request.Response, body.ToArray());
        if (response.StatusCode != StatusCodes.Status200OK || bytes.Length == 0 || response.Headers.ETag.Count == 0)
        {
            return new RenderResult.Other(response.StatusCode, [.. response.Headers], bytes);
        }

        var tags = dependencies.Tags;
        cdn.Write(response.Headers, tags);
        var page = new CachedPage(key, bytes, response.Headers, new CacheTagSet(tags), dependencies.ExpiresAt, cachedQuery.IsIgnored);
        if (isCompressed && page.TryQueue())
        {
            // Two milliseconds here save the first reader three quarters of the bytes.
            page.Compress();
        }

        cache.TryAdd(page, began);
        return new RenderResult.Page(page);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
