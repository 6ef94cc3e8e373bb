using System.Text.Json;
using Storyprint.Storage.Engine;

namespace Storyprint.Backups;

/// <summary>Brings a backup into an empty folder. Everything is checked before anything gets its place; the settings get theirs last, so a folder that was cut short opens as none.</summary>
internal sealed class RestoreBackup(IProgress<(string What, long Done, long Total)>? progress = null)
{
    private const string Staging = ".restoring";

    /// <summary>The backup at a place, or null where there is none.</summary>
    public static IBackup? At(string place) => Directory.Exists(place) ? BackupInFolder.ForReading(place) : File.Exists(place) ? BackupInFile.ForReading(place) : null;

    /// <summary>Checks a backup and writes nothing that stays.</summary>
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

    public async Task<(BackupManifest? Manifest, string? Problem)> RunAsync(IBackup backup, string folder, CancellationToken cancellation)
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

        Private.MakeFolder(staging);
        try
        {
            var check = new CheckBackup(backup, staging, progress) { TakesAllOut = true };
            if (await check.RunAsync(cancellation) is { } problem)
            {
                return (null, problem);
            }

            await PlaceAsync(staging, folder, check.Manifest!, cancellation);
            return (check.Manifest, null);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static async Task PlaceAsync(string staging, string folder, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var part in (string[])["texts", "media", "keys"])
        {
            if (Directory.Exists(Path.Combine(staging, part)))
            {
                Directory.Move(Path.Combine(staging, part), Path.Combine(folder, part));
            }
        }

        var settings = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(staging, "publication.json"), cancellation), InstallationJson.Default.Publication);
        var restored = DatabaseSetting.Open(settings?.Database, folder) as SqliteDatabase ?? new SqliteDatabase(Path.Combine(folder, DatabaseSetting.FileName));
        File.Move(Path.Combine(staging, manifest.Database), restored.FilePath);
        await restored.BringIntoUseAsync(cancellation);
        restored.CloseIdle();
        File.Move(Path.Combine(staging, "publication.json"), Installation.SettingsPath(folder));
    }
}
