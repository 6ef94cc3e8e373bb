using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// Packs pages beside the requests, one after the other. Readers get a page as it was rendered until it is packed; where more come than can
/// be packed, the next who asks offers the page again.
/// </summary>
internal sealed class PagePress(PageShelf shelf) : BackgroundService
{
    private readonly Channel<KeptPage> waiting = Channel.CreateBounded<KeptPage>(new BoundedChannelOptions(256) { SingleReader = true });

    public void Offer(KeptPage page)
    {
        if (page.TryOffer() && !waiting.Writer.TryWrite(page))
        {
            page.TakeBack();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in waiting.Reader.ReadAllAsync(stoppingToken))
            {
                Pack(page);
                shelf.Reweigh(page);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    internal static void Pack(KeptPage page) => page.Pack(
        Packed(page.Body, to => new GZipStream(to, new ZLibCompressionOptions { CompressionLevel = 6 })),
        Packed(page.Body, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 })));

    private static byte[] Packed(ReadOnlyMemory<byte> body, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream((body.Length / 3) + 64);
        using (var stream = pack(packed))
        {
            stream.Write(body.Span);
        }

        return packed.ToArray();
    }
}
