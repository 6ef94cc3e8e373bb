using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Caching;

/// <summary>Coalesces renders: one at a time of each page, however many requests wait for it.</summary>
internal sealed class InFlightRenders
{
    private volatile ConcurrentDictionary<string, Lazy<Task<RenderResult>>> inFlight = new(StringComparer.Ordinal);

    /// <summary>Joins the render of a page, or starts it. A fault goes to those who joined; the next request starts anew.</summary>
    public Task<RenderResult> GetOrStartAsync(string key, Func<Task<RenderResult>> render)
    {
        var current = inFlight;
        if (current.TryGetValue(key, out var started))
        {
            return started.Value;
        }

        Lazy<Task<RenderResult>> mine = null!;
        mine = new Lazy<Task<RenderResult>>(() => RunAsync(current, key, mine, render));
        return current.GetOrAdd(key, mine).Value;
    }

    /// <summary>No request joins what is in flight any more: a request after a release gets what was read after it.</summary>
    public void DetachAll() => inFlight = new ConcurrentDictionary<string, Lazy<Task<RenderResult>>>(StringComparer.Ordinal);

    private static async Task<RenderResult> RunAsync(
        ConcurrentDictionary<string, Lazy<Task<RenderResult>>> inFlight, string key, Lazy<Task<RenderResult>> mine, Func<Task<RenderResult>> render)
    {
        try
        {
            return await render();
        }
        finally
        {
            inFlight.TryRemove(KeyValuePair.Create(key, mine));
        }
    }
}

/// <summary>What a render came to: a page, or something that goes to all who waited and is not cached.</summary>
internal abstract record RenderResult
{
    private RenderResult()
    {
    }

    public sealed record Page(CachedPage Cached) : RenderResult;

    /// <summary>A redirect, or a page that says what is not there.</summary>
    public sealed record Other(int Status, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, ReadOnlyMemory<byte> Body) : RenderResult
    {
        public Task WriteAsync(HttpContext context)
        {
            context.Response.StatusCode = Status;
            foreach (var (name, value) in Headers)
            {
                context.Response.Headers[name] = value;
            }

            return Body.Length > 0 ? ConditionalResponse.SendAsync(context, Body) : Task.CompletedTask;
        }
    }
}
