using System.Globalization;
using System.Text.Json;
using Storyprint.Files;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Backup;

/// <summary>
/// Restores a backup into an empty folder. Everything is verified before anything is put in place; the settings come last, so an interrupted restore cannot be
/// opened as a publication.
/// </summary>
public sealed class RestoreBackup(IProgress<StepProgress>? progress = null)
{
    private const string Staging = ".restoring";

    /// <summary>The target database, as in a setting; null for a file in the folder.</summary>
    public string? To { get; init; }

    /// <summary>Where the restored publication is.</summary>
    public RestoreTarget? Place { get; private set; }

    /// <summary>The backup at a path, or null where there is none.</summary>
    public static IBackup? At(string place) => Directory.Exists(place) ? BackupInFolder.ForReading(place) : File.Exists(place) ? BackupInFile.ForReading(place) : null;

    /// <summary>Verifies a backup without restoring it.</summary>
    public async Task<(BackupManifest? Manifest, string? Problem)> CheckAsync(IBackup backup, CancellationToken cancellation)
    {
        var work = Directory.CreateTempSubdirectory("storyprint-backup-").FullName;
        try
        {
            var check = new CheckBackup(backup, work, progress);
            var problem = await check.RunAsync(cancellation);
            return (problem is null ? check.Manifest : null, problem);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <param name="by">Who restores it, for the record in the restored database.</param>
    public async Task<(BackupManifest? Manifest, string? Problem)> RunAsync(ReleaseContext by, IBackup backup, string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) is not (Staging or "lost+found")))
        {
            return (null, $"{folder} is not empty. Restore into a new folder, so that nothing there is lost.");
        }

        var staging = Path.Combine(folder, Staging);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        OwnerOnlyFiles.MakeFolder(staging);
        try
        {
            var check = new CheckBackup(backup, staging, progress) { TakesAllOut = true };
            if (await check.RunAsync(cancellation) is { } problem)
            {
                return (null, problem);
            }

            if (await PlaceAsync(staging, folder, check.Manifest!.Database, cancellation) is { } refused)
            {
                return (null, refused);
            }

            await RecordAsync(by, backup, check.Manifest, cancellation);
            return (check.Manifest, null);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // Null, or why it cannot be put in place. A database server is filled first: it can fail, and the folder is empty then.
    private async Task<string?> PlaceAsync(string staging, string folder, string file, CancellationToken cancellation)
    {
        var settings = Path.Combine(staging, Path.GetFileName(Installation.SettingsPath(folder)));
        var place = RestoreTarget.Create(JsonSerializer.Deserialize(await File.ReadAllBytesAsync(settings, cancellation), PublicationJson.Default.Publication)!, folder, To);
        var taken = new SqliteDatabase(Path.Combine(staging, file));
        if (place.Database is SqliteDatabase { FilePath: var path } && File.Exists(path))
        {
            return $"{path} is there already.";
        }

        if (place.Database is not SqliteDatabase && await FillAsync(place.Database, taken, cancellation) is { } refused)
        {
            return refused;
        }

        foreach (var part in (string[])["texts", "media", "keys"])
        {
            if (Directory.Exists(Path.Combine(staging, part)))
            {
                Directory.Move(Path.Combine(staging, part), Path.Combine(folder, part));
            }
        }

        if (place.Database is SqliteDatabase restored)
        {
            File.Move(taken.FilePath, restored.FilePath);
            await restored.ActivateAsync(cancellation);
        }

        place.Database.CloseIdle();
        if (place.Changes().ToList() is { Count: > 0 } changes)
        {
            await SettingsFile.ChangeAsync(settings, changes, cancellation);
        }

        AtomicFile.Rename(settings, Installation.SettingsPath(folder));
        Place = place;
        return null;
    }

    // Whoever reads the record later sees where it goes on from an older state.
    private async Task RecordAsync(ReleaseContext by, IBackup backup, BackupManifest manifest, CancellationToken cancellation)
    {
        var database = Place!.Database;
        await database.MigrateAsync(cancellation);
        await AuditTrail.RecordAsync(
            database, TimeProvider.System, by, AuditAct.Restored, backup.Place, after: manifest.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), cancellation: CancellationToken.None);
        database.CloseIdle();
    }

    // The next restore of the same backup completes an interrupted one.
    private async Task<string?> FillAsync(Database server, SqliteDatabase taken, CancellationToken cancellation)
    {
        try
        {
            return await new MovePublication(taken, server).RunAsync(progress, cancellation) is MoveOutcome.Refused(var sentence) ? sentence : null;
        }
        finally
        {
            taken.CloseIdle();
        }
    }
}
