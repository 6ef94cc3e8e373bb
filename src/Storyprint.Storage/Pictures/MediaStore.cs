namespace Storyprint.Storage.Pictures;

/// <summary>Where originals and renditions are kept: a folder, or a bucket that all nodes share. Both are named by the digest of the original.</summary>
public abstract class MediaStore
{
    /// <summary>Where it is, in words for an administrator.</summary>
    public abstract string Place { get; }

    /// <summary>Stores an original; when this returns, it is durable.</summary>
    public Task WriteOriginalAsync(string hash, byte[] bytes, CancellationToken cancellation) => WriteOriginalAsync(hash, new MemoryStream(bytes, writable: false), cancellation);

    /// <inheritdoc cref="WriteOriginalAsync(string, byte[], CancellationToken)"/>
    /// <param name="bytes">One that knows its length; it is read from where it stands.</param>
    public abstract Task WriteOriginalAsync(string hash, Stream bytes, CancellationToken cancellation);

    /// <summary>The bytes of an original, or null where there is none. The caller disposes the stream.</summary>
    public abstract Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation);

    /// <summary>All bytes of an original, or null where there is none.</summary>
    public async Task<byte[]?> ReadOriginalAsync(string hash, CancellationToken cancellation)
    {
        await using var original = await OpenOriginalAsync(hash, cancellation);
        if (original is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await original.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>The length of an original in bytes, or null where there is none.</summary>
    public abstract Task<long?> LengthAsync(string hash, CancellationToken cancellation);

    /// <summary>A local file with a rendition, or null where it was never created.</summary>
    public abstract Task<string?> FindRenditionAsync(string hash, string name, CancellationToken cancellation);

    /// <summary>Stores a rendition and returns a local file with it.</summary>
    public abstract Task<string> KeepRenditionAsync(string hash, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Deletes a picture: its original, every rendition, and files left by interrupted writes.</summary>
    /// <returns>The number of files deleted.</returns>
    public abstract Task<int> DeleteAsync(string hash, CancellationToken cancellation);
}
