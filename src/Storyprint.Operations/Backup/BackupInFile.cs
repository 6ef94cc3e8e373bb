using System.Formats.Tar;
using System.Runtime.CompilerServices;
using Storyprint.Files;

namespace Storyprint.Operations.Backup;

/// <summary>A backup in one tar file, which any tar can open. It gets its final name only after it was verified.</summary>
public sealed class BackupInFile : IBackup
{
    private readonly string path;
    private TarWriter? writer;
    private bool isKept;

    private BackupInFile(string place, string path, TarWriter? writer) => (Place, this.path, this.writer) = (place, path, writer);

    public string Place { get; }

    public string Work => $"{path}.work";

    public static BackupInFile ForReading(string place) => new(place, place, null) { isKept = true };

    public static BackupInFile ForWriting(string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(place))!);
        var unfinished = $"{place}.unfinished";
        return new BackupInFile(place, unfinished, new TarWriter(new FileStream(unfinished, OwnerOnlyFiles.Write(FileMode.Create)), TarEntryFormat.Pax));
    }

    public bool Holds(string path, long size) => false;

    public async Task AddAsync(string path, Stream content, CancellationToken cancellation) => await writer!.WriteEntryAsync(
        new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, cancellation);

    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        await AddAsync(BackupManifest.FileName, new MemoryStream(manifest.ToJson()), cancellation);
        await writer!.DisposeAsync();
        writer = null;
    }

    public async IAsyncEnumerable<(string Path, Stream Content)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var reader = new TarReader(file);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                yield return (entry.Name, entry.DataStream ?? Stream.Null);
            }
        }
    }

    public Task KeepAsync(BackupManifest manifest, IReadOnlySet<string> paths, CancellationToken cancellation)
    {
        AtomicFile.Rename(path, Place);
        isKept = true;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            try
            {
                await writer.DisposeAsync();
            }
            catch (IOException)
            {
                // The disk is full; the file is deleted anyway.
            }
        }

        if (!isKept)
        {
            File.Delete(path);
        }
    }
}
