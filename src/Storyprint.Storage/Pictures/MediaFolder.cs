using Storyprint.Files;

namespace Storyprint.Storage.Pictures;

/// <summary>The folder of originals and renditions, spread over 256 folders by the first byte of the hash.</summary>
public sealed class MediaFolder(string root) : MediaStore
{
    public override string Place => $"the folder {Path.GetFullPath(root)}";

    public string OriginalPath(string hash) => Path.Combine(root, "originals", hash[..2], hash);

    public string RenditionPath(string hash, string name) => Path.Combine(root, "renditions", hash[..2], $"{hash}-{name}");

    public override async Task WriteOriginalAsync(string hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // One of another length was cut off by somebody's copying.
        if (await LengthAsync(hash, cancellation) != bytes.Length)
        {
            await AtomicFile.WriteAsync(OriginalPath(hash), bytes, cancellation);
        }
    }

    public override Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(OriginalPath(hash)) ? File.OpenRead(OriginalPath(hash)) : null);

    public override Task<long?> LengthAsync(string hash, CancellationToken cancellation) =>
        Task.FromResult(new FileInfo(OriginalPath(hash)) is { Exists: true, Length: var length } ? length : (long?)null);

    public override Task<string?> FindRenditionAsync(string hash, string name, CancellationToken cancellation) =>
        Task.FromResult(RenditionPath(hash, name) is var path && File.Exists(path) ? path : null);

    public override async Task<string> KeepRenditionAsync(string hash, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = RenditionPath(hash, name);
        await AtomicFile.WriteAsync(path, bytes, cancellation);
        return path;
    }

    public override Task<int> DeleteAsync(string hash, CancellationToken cancellation)
    {
        var files = new[] { OriginalPath(hash), RenditionPath(hash, string.Empty) }.Select(path => Path.GetDirectoryName(path)!).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, hash + "*")).ToList();
        files.ForEach(File.Delete);
        return Task.FromResult(files.Count);
    }
}
