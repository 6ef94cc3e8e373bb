using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Storyprint.Web.Caching;

/// <summary>Renders and compresses pages before they are requested: the front pages at start, and after a release the pages most likely to be requested.</summary>
internal sealed partial class CacheWarmer(PageCache cache, PageCompressor compressor, IServiceProvider services, ILogger<CacheWarmer> logger)
    : BackgroundQueue<string>(capacity: 64)
{
    private readonly TaskCompletionSource<RequestDelegate> pipeline = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sets the request pipeline. It is built after background services may have started; warming waits for it.</summary>
    public void SetPipeline(RequestDelegate built) => pipeline.TrySetResult(built);

    /// <param name="keys">Those that the queue has no room for are rendered at the next request.</param>
    public void Enqueue(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            TryEnqueue(key);
        }
    }

    protected override async Task ProcessAsync(string item, CancellationToken cancellation)
    {
        var requests = await pipeline.Task.WaitAsync(cancellation);
        var query = item.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? item[at..] : string.Empty;
        try
        {
            await requests(SyntheticRequest.Create(services, item[..^query.Length], query, Stream.Null));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The first reader's request renders the page instead. While the server stops, faults are expected: it disposes of what a render needs.
            if (!cancellation.IsCancellationRequested)
            {
                LogFailed(logger, fault, item);
            }

            return;
        }

        if (cache.Peek(item) is { } page)
        {
            compressor.Enqueue(page);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Key} could not be rendered ahead")]
    private static partial void LogFailed(ILogger logger, Exception fault, string key);
}
