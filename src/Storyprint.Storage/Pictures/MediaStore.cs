namespace Storyprint.Storage.Pictures;

/// <summary>Where originals and renditions are kept: a folder, or a bucket that all nodes share. Both are named by the digest of the original.</summary>
public abstract class MediaStore
{
    /// <summary>Where it is, in words for an administrator.</summary>
    public abstract string Place { get; }

    /// <summary>Keeps an original; when this returns, it stands.</summary>
    public abstract Task WriteOriginalAsync(string hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>An original's bytes, or null where it is not there. The caller disposes the stream.</summary>
    public abstract Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation);

    /// <summary>The length of an original, or null where it is not there.</summary>
    public abstract Task<long?> LengthAsync(string hash, CancellationToken cancellation);

    /// <summary>A file of this machine with a rendition, or null where it was never made.</summary>
    public abstract Task<string?> FindRenditionAsync(string hash, string name, CancellationToken cancellation);

    /// <summary>Keeps a rendition, and gives back a file of this machine with it.</summary>
    public abstract Task<string> KeepRenditionAsync(string hash, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Erases a picture: its original and every rendition, and what a stopped program left of either.</summary>
    /// <returns>How many files there were.</returns>
    public abstract Task<int> DeleteAsync(string hash, CancellationToken cancellation);
}
