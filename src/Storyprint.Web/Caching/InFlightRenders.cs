using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Caching;

/// <summary>Coalesces renders: one render of a page at a time, however many requests wait for it.</summary>
internal sealed class InFlightRenders
{
    private volatile ConcurrentDictionary<string, Lazy<Task<RenderResult>>> inFlight = new(StringComparer.Ordinal);

    /// <summary>Joins the render of a page, or starts it. A fault goes to all who joined; the next request starts a new render.</summary>
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

    /// <summary>No request joins the present renders any more: a request after a release gets what was read after it.</summary>
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

/// <summary>The result of a render: a page, or another response for all who waited, which is not cached.</summary>
internal abstract record RenderResult
{
    private RenderResult()
    {
    }

    public sealed record Page(CachedPage Cached) : RenderResult;

    /// <summary>A redirect or an error page.</summary>
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
