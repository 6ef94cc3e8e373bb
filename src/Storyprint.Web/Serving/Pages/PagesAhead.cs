using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Storyprint.Web.Serving.Pages;

/// <summary>Renders and packs pages before somebody asks, after a release: those that are sure to be asked for.</summary>
internal sealed class PagesAhead(PageShelf shelf, PagePress press, IServiceProvider services) : BackgroundService
{
    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { SingleReader = true });

    /// <summary>What answers requests.</summary>
    public RequestDelegate? Site { get; set; }

    /// <param name="keys">More than there is room for are left to those who ask.</param>
    public void Add(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            waiting.Writer.TryWrite(key);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var key in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await RenderAsync(key);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task RenderAsync(string key)
    {
        var query = key.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? key[at..] : string.Empty;
        try
        {
            await Site!(QuietRequest.Make(services, key[..^query.Length], query, Stream.Null));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whoever asks for the page is told of the fault, and the log with them.
            return;
        }

        if (shelf.Peek(key) is { } page)
        {
            press.Offer(page);
        }
    }
}
