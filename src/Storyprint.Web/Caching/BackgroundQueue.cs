using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Storyprint.Web.Caching;

/// <summary>A background service that works off a bounded queue, one item after the other.</summary>
internal abstract class BackgroundQueue<T>(int capacity) : BackgroundService
{
    private readonly Channel<T> queue = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });

    /// <summary>False where the queue is full.</summary>
    protected bool TryEnqueue(T item) => queue.Writer.TryWrite(item);

    protected abstract Task ProcessAsync(T item, CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var item in queue.Reader.ReadAllAsync(stoppingToken))
            {
                await ProcessAsync(item, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping.
        }
    }
}
