using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Storyprint.Storage.Engine;

namespace Storyprint.Web.Limits;

/// <summary>
/// Runs what is not in the page cache apart from what is: each class of requests within its bound, on threads of its own, within a time, and no longer
/// than its reader waits. What is over the bound is told at once to come again.
/// </summary>
internal sealed class RequestIsolation : IDisposable
{
    private readonly Dictionary<RequestClass, Lane> lanes;
    private readonly BusyResponses busy;
    private readonly RequestLimitMetrics metrics;

    public RequestIsolation(Database database, BusyResponses busy, RequestLimitMetrics metrics)
        : this(each => RequestBound.For(each, database.BlocksCaller, Environment.ProcessorCount), busy, metrics)
    {
    }

    internal RequestIsolation(Func<RequestClass, RequestBound> bound, BusyResponses busy, RequestLimitMetrics metrics)
    {
        (this.busy, this.metrics) = (busy, metrics);
        lanes = Enum.GetValues<RequestClass>().Where(each => each != RequestClass.InMemory).ToDictionary(each => each, each => new Lane(each, bound(each)));
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // An address that nothing answers is looked up among the old ones.
        var requestClass = context.GetEndpoint()?.Metadata.GetMetadata<RequestClassMetadata>()?.Class ?? RequestClass.Page;
        if (requestClass == RequestClass.InMemory)
        {
            await next(context);
            return;
        }

        var lane = lanes[requestClass];
        var reader = context.RequestAborted;
        var client = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var deferred = new DeferredResponseBody();
        bool isDone;
        try
        {
            isDone = await RunAsync(context, next, lane, deferred);
        }
        catch (OperationCanceledException) when (reader.IsCancellationRequested)
        {
            // The reader has gone; nobody waits for an answer.
            return;
        }
        finally
        {
            context.Features.Set(client);
            context.RequestAborted = reader;
        }

        if (isDone)
        {
            await deferred.SendToAsync(client, reader);
            return;
        }

        metrics.Rejected(requestClass);
        await busy.WriteAsync(context, StatusCodes.Status503ServiceUnavailable);
    }

    public void Dispose()
    {
        foreach (var lane in lanes.Values)
        {
            lane.Dispose();
        }
    }

    // False where there was no room for it, or it took too long.
    private static async Task<bool> RunAsync(HttpContext context, RequestDelegate next, Lane lane, DeferredResponseBody deferred)
    {
        var reader = context.RequestAborted;
        using var permit = await lane.Permits.AcquireAsync(cancellationToken: reader);
        if (!permit.IsAcquired)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(reader);
        limit.CancelAfter(lane.Bound.TimeLimit);
        context.RequestAborted = limit.Token;
        context.Features.Set<IHttpResponseBodyFeature>(deferred);
        try
        {
            await lane.Threads.RunAsync(() => next(context));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            reader.ThrowIfCancellationRequested();
            return false;
        }

        reader.ThrowIfCancellationRequested();
        return !limit.IsCancellationRequested;
    }

    private sealed class Lane(RequestClass requestClass, RequestBound bound) : IDisposable
    {
        public RequestBound Bound => bound;

        public ConcurrencyLimiter Permits { get; } = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = bound.Permits,
            QueueLimit = bound.Queue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

        public DedicatedThreadScheduler Threads { get; } = new($"storyprint {requestClass}", bound.Threads);

        public void Dispose()
        {
            Permits.Dispose();
            Threads.Dispose();
        }
    }
}
