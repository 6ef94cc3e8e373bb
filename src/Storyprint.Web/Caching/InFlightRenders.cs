using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Caching;

/// <summary>Coalesces renders: one at a time of each page, however many requests wait for it. One that nobody waits for any more is cancelled.</summary>
internal sealed class InFlightRenders
{
    private volatile ConcurrentDictionary<string, Render> inFlight = new(StringComparer.Ordinal);

    /// <summary>Joins the render of a page, or starts it. A fault goes to those who joined; the next request starts anew.</summary>
    /// <param name="render">Is cancelled when all who joined have left.</param>
    /// <param name="cancellation">When this one leaves.</param>
    public async Task<RenderResult> GetOrStartAsync(string key, Func<CancellationToken, Task<RenderResult>> render, CancellationToken cancellation)
    {
        var current = inFlight;
        Render? joined = null;
        while (joined is null)
        {
            var found = current.GetOrAdd(key, static (_, start) => new Render(start), render);
            joined = found.TryJoin() ? found : null;
            if (joined is null)
            {
                // All who waited for it have left, or it has just ended.
                current.TryRemove(KeyValuePair.Create(key, found));
            }
        }

        try
        {
            return await joined.Result.WaitAsync(cancellation);
        }
        finally
        {
            if (joined.Leave())
            {
                current.TryRemove(KeyValuePair.Create(key, joined));
                joined.Dispose();
            }
        }
    }

    /// <summary>No request joins what is in flight any more: a request after a release gets what was read after it.</summary>
    public void DetachAll() => inFlight = new ConcurrentDictionary<string, Render>(StringComparer.Ordinal);

    private sealed class Render(Func<CancellationToken, Task<RenderResult>> start) : IDisposable
    {
        private readonly Lock gate = new();
        private readonly CancellationTokenSource abandoned = new();
        private Task<RenderResult>? result;
        private int waiting;
        private bool isOver;

        public Task<RenderResult> Result => result!;

        /// <summary>False once it has ended or been abandoned.</summary>
        public bool TryJoin()
        {
            lock (gate)
            {
                if (isOver || result is { IsCompleted: true })
                {
                    return false;
                }

                waiting++;

                // Here, while the request that asks is still there to be read. It goes on elsewhere as soon as it asks the database.
                result ??= start(abandoned.Token);
                return true;
            }
        }

        /// <summary>True for the last who leaves.</summary>
        public bool Leave()
        {
            lock (gate)
            {
                if (--waiting > 0)
                {
                    return false;
                }

                isOver = true;
                if (!result!.IsCompleted)
                {
                    abandoned.Cancel();
                }

                return true;
            }
        }

        public void Dispose() => abandoned.Dispose();
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
