using System.IO.Compression;

namespace Storyprint.Web.Caching;

/// <summary>
/// Compresses pages with Brotli and gzip: at once for the first reader who accepts it, and in the background those that were rendered for nobody who does.
/// Where the queue is full, the next request for the page queues it again.
/// </summary>
internal sealed class PageCompressor(PageCache cache) : BackgroundQueue<CachedPage>(capacity: 256)
{
    public void Enqueue(CachedPage page)
    {
        if (page.TryQueue() && !TryEnqueue(page))
        {
            page.Dequeue();
        }
    }

    protected override Task ProcessAsync(CachedPage item, CancellationToken cancellation)
    {
        item.Compress();
        cache.UpdateSize(item);
        return Task.CompletedTask;
    }

    public static byte[] Gzip(byte[] body) => Compressed(body, to => new GZipStream(to, new ZLibCompressionOptions { CompressionLevel = 6 }));

    public static byte[] Brotli(byte[] body) => Compressed(body, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }));

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream((body.Length / 3) + 64);
        using (var stream = compress(compressed))
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
