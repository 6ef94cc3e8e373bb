using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Storyprint.Serving;

/// <summary>
/// Reads a connection and percent-encodes what is not ASCII in its request lines, as RFC 3987 (section 3.1) makes a URI of an IRI. Some programs send the address
/// of a story in another script as it is written; the web server would refuse the line before anything of ours saw it.
/// </summary>
/// <remarks>Where nothing is to be encoded, which is nearly always, the bytes are passed on as they lie.</remarks>
internal sealed class IriRequestReader(PipeReader inner) : PipeReader
{
    private RequestLineScanner scanner;

    // Bytes of the buffer that were scanned and not consumed.
    private long scanned;
    private ReadOnlySequence<byte> passed;

    // Once something was encoded, what is read comes out of here.
    private Pipe? copied;

    /// <summary>Reads every connection of an endpoint this way.</summary>
    public static void Use(IConnectionBuilder endpoint) => endpoint.Use(next => async connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new Duplex(new IriRequestReader(transport.Input), transport.Output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    });

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (copied is not null && copied.Reader.TryRead(out var left))
        {
            return left;
        }

        return await TakeAsync(await inner.ReadAsync(cancellationToken), cancellationToken);
    }

    public override bool TryRead(out ReadResult result)
    {
        if (copied is not null && copied.Reader.TryRead(out result))
        {
            return true;
        }

        if (!inner.TryRead(out result))
        {
            return false;
        }

        // Nothing in it waits: the pipe that is written to has no bounds.
        result = TakeAsync(result, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (copied is not null)
        {
            copied.Reader.AdvanceTo(consumed, examined);
            return;
        }

        scanned -= passed.Slice(0, consumed).Length;
        passed = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null)
    {
        copied?.Reader.Complete(exception);
        copied?.Writer.Complete(exception);
        inner.Complete(exception);
    }

    private async ValueTask<ReadResult> TakeAsync(ReadResult result, CancellationToken cancellation)
    {
        if (copied is null)
        {
            var before = scanner;
            if (!Scan(result.Buffer.Slice(scanned), null))
            {
                scanned = result.Buffer.Length;
                passed = result.Buffer;
                return result;
            }

            scanner = before;
            copied = new Pipe(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, useSynchronizationContext: false));
            foreach (var segment in result.Buffer.Slice(0, scanned))
            {
                copied.Writer.Write(segment.Span);
            }

            Scan(result.Buffer.Slice(scanned), copied.Writer);
        }
        else
        {
            Scan(result.Buffer, copied.Writer);
        }

        inner.AdvanceTo(result.Buffer.End);
        await copied.Writer.FlushAsync(cancellation);
        if (result.IsCanceled)
        {
            copied.Reader.CancelPendingRead();
        }

        if (result.IsCompleted)
        {
            await copied.Writer.CompleteAsync();
        }

        return await copied.Reader.ReadAsync(cancellation);
    }

    private bool Scan(ReadOnlySequence<byte> bytes, IBufferWriter<byte>? rewritten)
    {
        var found = false;
        foreach (var segment in bytes)
        {
            found |= scanner.Scan(segment.Span, rewritten);
        }

        return found;
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
