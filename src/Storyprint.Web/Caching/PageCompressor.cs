using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Storyprint.Web.Caching;

/// <summary>
/// Compresses cached pages with Brotli and gzip beside the requests, one after the other. Readers get a page uncompressed until then; where the queue is
/// full, the next request queues the page again.
/// </summary>
internal sealed class PageCompressor(PageCache cache) : BackgroundService
{
    private readonly Channel<CachedPage> queue = Channel.CreateBounded<CachedPage>(new BoundedChannelOptions(256) { SingleReader = true });

    public void Enqueue(CachedPage page)
    {
        if (page.TryQueue() && !queue.Writer.TryWrite(page))
        {
            page.Dequeue();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in queue.Reader.ReadAllAsync(stoppingToken))
            {
                Compress(page);
                cache.UpdateSize(page);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    internal static void Compress(CachedPage page) => page.SetCompressed(
        Compressed(page.Body, to => new GZipStream(to, new ZLibCompressionOptions { CompressionLevel = 6 })),
        Compressed(page.Body, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 })));

    private static byte[] Compressed(ReadOnlyMemory<byte> body, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream((body.Length / 3) + 64);
        using (var stream = compress(compressed))
        {
            stream.Write(body.Span);
        }

        return compressed.ToArray();
    }
}
