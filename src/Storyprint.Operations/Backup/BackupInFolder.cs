using System.Runtime.CompilerServices;
using Storyprint.Files;

namespace Storyprint.Operations.Backup;

/// <summary>
/// A backup in a folder: each further one copies only new pictures. Until the new one is verified, manifest and database of the previous one stay, so there is
/// a whole backup at any moment.
/// </summary>
public sealed class BackupInFolder : IBackup
{
    // A marker that the folder is a backup; locked while it is written.
    private const string Marker = ".storyprint-backup";

    private readonly FileStream? marker;

    private BackupInFolder(string place, FileStream? marker) => (Place, this.marker) = (place, marker);

    public string Place { get; }

    public string Work => Path.Combine(Place, ".work");

    public static BackupInFolder ForReading(string place) => new(place, null);

    /// <summary>Opens a folder for writing, or says why it must not be written.</summary>
    public static (BackupInFolder? Backup, string Problem) ForWriting(string place)
    {
        var path = Path.Combine(place, Marker);
        if (Directory.Exists(place) && !File.Exists(path) && Directory.EnumerateFileSystemEntries(place).Any())
        {
            return (null, $"{place} holds something that is no backup of Storyprint. Name an empty folder, or one that a backup was made in before.");
        }

        OwnerOnlyFiles.MakeFolder(place);
        try
        {
            return (new BackupInFolder(place, new FileStream(path, OwnerOnlyFiles.Write(FileMode.OpenOrCreate))), string.Empty);
        }
        catch (IOException) when (File.Exists(path))
        {
            return (null, $"Another backup is being written into {place}.");
        }
    }

    public bool Holds(string path, long size) => new FileInfo(BackupPath.On(Place, path)) is { Exists: true } file && file.Length == size;

    public async Task AddAsync(string path, Stream content, CancellationToken cancellation)
    {
        var target = BackupPath.On(Place, path);
        OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(target)!);
        await AtomicFile.WriteAsync(target, file => content.CopyToAsync(file, cancellation), OwnerOnlyFiles.Mode);
    }

    public Task FinishAsync(BackupManifest manifest, CancellationToken cancellation) => Task.CompletedTask;

    public async IAsyncEnumerable<(string Path, Stream Content)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in Paths())
        {
            cancellation.ThrowIfCancellationRequested();
            await using var file = new FileStream(BackupPath.On(Place, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: false);
            yield return (path, file);
        }
    }

    public async Task KeepAsync(BackupManifest manifest, IReadOnlySet<string> paths, CancellationToken cancellation)
    {
        // The new manifest replaces the old one atomically; the old database is deleted only after that.
        await AtomicFile.WriteAsync(Path.Combine(Place, BackupManifest.FileName), manifest.ToJson(), cancellation, OwnerOnlyFiles.Mode);
        foreach (var path in Paths().Where(path => path != BackupManifest.FileName && !paths.Contains(path)).ToList())
        {
            File.Delete(BackupPath.On(Place, path));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (marker is not null)
        {
            await marker.DisposeAsync();
        }
    }

    private IEnumerable<string> Paths() => Directory.EnumerateFiles(Place, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Place, file).Replace(Path.DirectorySeparatorChar, '/')).Where(path => path[0] != '.');
}
