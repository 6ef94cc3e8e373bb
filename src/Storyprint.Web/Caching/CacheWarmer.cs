using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Storyprint.Web.Caching;

/// <summary>Renders and compresses pages before a reader asks: the front pages at start, and after a release the pages that are sure to be asked for.</summary>
internal sealed partial class CacheWarmer(PageCache cache, PageCompressor compressor, IServiceProvider services, ILogger<CacheWarmer> logger) : BackgroundService
{
    private readonly Channel<string> queue = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { SingleReader = true });
    private readonly TaskCompletionSource<RequestDelegate> pipeline = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Hands over what answers requests. It is built after the background services may have started; warming waits for it.</summary>
    public void SetPipeline(RequestDelegate built) => pipeline.TrySetResult(built);

    /// <param name="keys">More than the queue has room for are left to those who ask.</param>
    public void Enqueue(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            queue.Writer.TryWrite(key);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var requests = await pipeline.Task.WaitAsync(stoppingToken);
            await foreach (var key in queue.Reader.ReadAllAsync(stoppingToken))
            {
                await RenderAsync(requests, key, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task RenderAsync(RequestDelegate requests, string key, CancellationToken stoppingToken)
    {
        var query = key.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? key[at..] : string.Empty;
        try
        {
            await requests(SyntheticRequest.Create(services, key[..^query.Length], query, Stream.Null));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The page is rendered for the first reader instead. A server that stops disposes of what a render needs.
            if (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, fault, key);
            }

            return;
        }

        if (cache.Peek(key) is { } page)
        {
            compressor.Enqueue(page);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Key} could not be rendered ahead")]
    private static partial void LogFailed(ILogger logger, Exception fault, string key);
}
