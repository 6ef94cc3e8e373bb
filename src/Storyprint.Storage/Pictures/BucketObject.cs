using Amazon.Runtime;

namespace Storyprint.Storage.Pictures;

/// <summary>The bytes of an object as they come: what the bucket's client throws while it is read becomes the fault of a disk, and bytes that are not those that were stored are damage.</summary>
internal sealed class BucketObject(Stream content, string bucket) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => content.Length;

    public override long Position { get => content.Position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return content.Read(buffer, offset, count);
        }
        catch (Exception fault) when (Translated(fault) is { } translated)
        {
            throw translated;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception fault) when (Translated(fault) is { } translated)
        {
            throw translated;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private Exception? Translated(Exception fault) => fault switch
    {
        AmazonServiceException or HttpRequestException => new IOException($"The bucket {bucket} broke off: {fault.Message}", fault),
        AmazonClientException => new InvalidDataException($"An object in the bucket {bucket} is damaged: {fault.Message}", fault),
        _ => null,
    };
}
