using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Engine;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.Web.Serving;

/// <summary>
/// Lets readers wait for a database that restarts or fails over, which takes seconds, and answers 503 with Retry-After when it stays away. Stands outside of
/// the bounds of requests: who waits for the database holds no permit meanwhile.
/// </summary>
internal sealed partial class DatabaseOutageMiddleware(
    Database database, PageContextFactory contexts, SiteResponses pages, TimeProvider clock, ILogger<DatabaseOutageMiddleware> logger)
{
    /// <summary>How long a reader waits for the database.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    // More requests than this do not wait: then the machine must be protected.
    private const int MaxWaiting = 300;

    private int waiting;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await RetryAsync(context, next);
        }
        catch (Exception fault) when (IsOutage(context, fault))
        {
            LogUnavailable(context.Request.Path, fault.Message);
            context.Response.Headers.RetryAfter = "10";
            await (await pages.UnavailableAsync(contexts.CreateOffline(context.Request.Path))).ExecuteAsync(context);
        }
    }

    // Reading changes nothing and nothing was sent yet, so it is retried on a new connection.
    private async Task RetryAsync(HttpContext context, RequestDelegate next)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        for (var start = clock.GetTimestamp(); ;)
        {
            try
            {
                await next(context);
                return;
            }
            catch (Exception fault) when (isReading && clock.GetElapsedTime(start) < LongestWait && Volatile.Read(ref waiting) < MaxWaiting && IsOutage(context, fault))
            {
                // The pool discards dead connections one by one, and hands out those it has not checked yet.
                database.CloseIdle();
                Interlocked.Increment(ref waiting);
                await Task.Delay(Random.Shared.Next(50, 250), CancellationToken.None);
                Interlocked.Decrement(ref waiting);
                context.Response.StatusCode = StatusCodes.Status200OK;
                if (context.RequestAborted.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private bool IsOutage(HttpContext context, Exception fault) => !context.Response.HasStarted && database.IsUnavailable(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be reached while answering {Path}: {Message}")]
    private partial void LogUnavailable(PathString path, string message);
}
