namespace Storyprint.Operations.Backup;

/// <summary>A backup as it is written and read: a folder, or one file.</summary>
public interface IBackup : IAsyncDisposable
{
    /// <summary>Where it is, as whoever asked for it named it.</summary>
    string Place { get; }

    /// <summary>A folder on the same disk for what is not finished; whoever makes it takes it away.</summary>
    string Work { get; }

    /// <summary>Whether it holds this file already, with this size.</summary>
    bool Holds(string path, long size);

    /// <summary>Takes a file in.</summary>
    Task AddAsync(string path, Stream content, CancellationToken cancellation);

    /// <summary>Ends the writing of the files, so that they can be read; the backup counts from <see cref="KeepAsync"/> on.</summary>
    Task FinishAsync(BackupManifest manifest, CancellationToken cancellation);

    /// <summary>Every file, in any order. A stream is good until the next is asked for.</summary>
    IAsyncEnumerable<(string Path, Stream Content)> ReadAsync(CancellationToken cancellation);

    /// <summary>The backup is good: from here on it stands in the place of the one before.</summary>
    /// <param name="paths">All it holds; a folder gives up whatever else earlier backups left in it.</param>
    Task KeepAsync(BackupManifest manifest, IReadOnlySet<string> paths, CancellationToken cancellation);
}
