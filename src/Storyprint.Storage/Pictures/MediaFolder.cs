using Storyprint.Files;

namespace Storyprint.Storage.Pictures;

/// <summary>A folder of originals and renditions, spread over 256 subfolders by the first byte of the hash.</summary>
public sealed class MediaFolder(string root) : MediaStore
{
    public override string Place => $"the folder {Path.GetFullPath(root)}";

    public string OriginalPath(string hash) => Path.Combine(root, "originals", hash[..2], hash);

    public string RenditionPath(string hash, string name) => Path.Combine(root, "renditions", hash[..2], $"{hash}-{name}");

    public override async Task WriteOriginalAsync(string hash, Stream bytes, CancellationToken cancellation)
    {
        // A file of another length was truncated by a copy.
        if (await LengthAsync(hash, cancellation) != bytes.Length)
        {
            await AtomicFile.WriteAsync(OriginalPath(hash), file => bytes.CopyToAsync(file, cancellation));
        }
    }

    public override Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(OriginalPath(hash)) ? File.OpenRead(OriginalPath(hash)) : null);

    public override Task<long?> LengthAsync(string hash, CancellationToken cancellation) =>
        Task.FromResult(new FileInfo(OriginalPath(hash)) is { Exists: true, Length: var length } ? length : (long?)null);

    public override Task<string?> FindRenditionAsync(string hash, string name, CancellationToken cancellation) =>
        Task.FromResult(((string?[])[RenditionPath(hash, name), InStead(hash, name)]).FirstOrDefault(File.Exists));

    public override async Task<string> KeepRenditionAsync(string hash, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = RenditionPath(hash, name);
        try
        {
            await AtomicFile.WriteAsync(path, bytes, cancellation);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException || (fault is IOException && IsReadOnly))
        {
            // The folder is read-only: the rendition is served all the same, created anew by each process.
            inStead ??= Directory.CreateTempSubdirectory("storyprint-renditions-").FullName;
            path = InStead(hash, name)!;
            await AtomicFile.WriteAsync(path, bytes, cancellation);
        }

        return path;
    }

    private string? inStead;

    private string? InStead(string hash, string name) => inStead is null ? null : Path.Combine(inStead, $"{hash}-{name}");

    // On a read-only file system a write is an IOException like any other.
    private bool IsReadOnly
    {
        get
        {
            try
            {
                Directory.CreateDirectory(Path.Combine(root, "renditions", Guid.NewGuid().ToString("n"))).Delete();
                return false;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return true;
            }
        }
    }

    public override Task<int> DeleteAsync(string hash, CancellationToken cancellation)
    {
        var files = new[] { OriginalPath(hash), RenditionPath(hash, string.Empty) }.Select(path => Path.GetDirectoryName(path)!).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, hash + "*")).ToList();
        files.ForEach(File.Delete);
        return Task.FromResult(files.Count);
    }
}
