namespace Storyprint.Operations.Backup;

/// <summary>The storage of a backup: a folder, or one file.</summary>
public interface IBackup : IAsyncDisposable
{
    /// <summary>Its path, as the user gave it.</summary>
    string Place { get; }

    /// <summary>A folder on the same disk for unfinished files; its creator deletes it.</summary>
    string Work { get; }

    /// <summary>Whether it has this file already, with this size.</summary>
    bool Holds(string path, long size);

    /// <summary>Adds a file.</summary>
    Task AddAsync(string path, Stream content, CancellationToken cancellation);

    /// <summary>Ends the writing, so that the files can be read; the backup is valid after <see cref="KeepAsync"/>.</summary>
    Task FinishAsync(BackupManifest manifest, CancellationToken cancellation);

    /// <summary>Every file, in any order. A stream is valid until the next one is requested.</summary>
    IAsyncEnumerable<(string Path, Stream Content)> ReadAsync(CancellationToken cancellation);

    /// <summary>Makes the verified backup replace the previous one.</summary>
    /// <param name="paths">All its files; a folder deletes those of earlier backups.</param>
    Task KeepAsync(BackupManifest manifest, IReadOnlySet<string> paths, CancellationToken cancellation);
}
