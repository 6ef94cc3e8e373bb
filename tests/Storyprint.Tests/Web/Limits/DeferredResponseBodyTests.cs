using System.Text;
using Microsoft.AspNetCore.Http;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Limits;

public sealed class DeferredResponseBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_and_what_a_writer_holds_are_sent_in_order_and_not_before()
    {
        using var deferred = new DeferredResponseBody();
        await deferred.StartAsync(Cancellation);
        await deferred.Stream.WriteAsync("one "u8.ToArray(), Cancellation);
        await deferred.Writer.WriteAsync("two"u8.ToArray(), Cancellation);
        using var sent = new MemoryStream();
        await deferred.SendToAsync(new StreamResponseBodyFeature(sent), Cancellation);
        Assert.Equal("one two", Encoding.UTF8.GetString(sent.ToArray()));
    }

    [Fact]
    public async Task An_answer_of_many_megabytes_is_not_held_in_memory_while_a_slow_client_reads_it()
    {
        const int Blocks = 30;
        var block = Enumerable.Range(0, DeferredResponseBody.MaxInMemory).Select(at => (byte)at).ToArray();
        using var deferred = new DeferredResponseBody();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var written = 0; written < Blocks; written++)
        {
            await deferred.Stream.WriteAsync(block, Cancellation);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Blocks * DeferredResponseBody.MaxInMemory / 3);
        using var sent = new MemoryStream();
        await deferred.SendToAsync(new StreamResponseBodyFeature(sent), Cancellation);
        Assert.Equal(Blocks * block.Length, sent.Length);
        Assert.Equal(block, sent.GetBuffer().AsSpan(block.Length * (Blocks - 1), block.Length).ToArray());
    }

    [Fact]
    public async Task A_file_is_sent_by_its_name()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "a file", Cancellation);
            using var deferred = new DeferredResponseBody();
            await deferred.SendFileAsync(path, 2, 4, Cancellation);
            Assert.Equal(0, deferred.Stream.Length);
            using var sent = new MemoryStream();
            await deferred.SendToAsync(new StreamResponseBodyFeature(sent), Cancellation);
            Assert.Equal("file", Encoding.UTF8.GetString(sent.ToArray()));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
