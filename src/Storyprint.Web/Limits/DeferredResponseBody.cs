using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Storyprint.Web.Limits;

/// <summary>
/// Holds an answer back until the work on it is done, so that a client who reads slowly holds no permit: bytes in memory, more than a megabyte of them in a
/// temporary file, a file by its name.
/// </summary>
internal sealed class DeferredResponseBody : IHttpResponseBodyFeature, IDisposable
{
    internal const int MaxInMemory = 1 << 20;

    private readonly FileBufferingWriteStream bytes = new(MaxInMemory);
    private PipeWriter? writer;
    private (string Path, long Offset, long? Count)? file;

    public Stream Stream => bytes;

    public PipeWriter Writer => writer ??= PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        file = (path, offset, count);
        return Task.CompletedTask;
    }

    public async Task CompleteAsync()
    {
        if (writer is not null)
        {
            await writer.FlushAsync();
        }
    }

    /// <summary>Sends what was held back.</summary>
    public async Task SendToAsync(IHttpResponseBodyFeature client, CancellationToken cancellation)
    {
        await CompleteAsync();
        if (bytes.Length > 0)
        {
            await bytes.DrainBufferAsync(client.Stream, cancellation);
        }

        if (file is var (path, offset, count))
        {
            await client.SendFileAsync(path, offset, count, cancellation);
        }
    }

    public void Dispose() => bytes.Dispose();
}
