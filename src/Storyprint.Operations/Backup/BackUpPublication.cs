using System.Globalization;
using System.Security.Cryptography;
using Storyprint.Files;
using Storyprint.Provenance.Names;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;

namespace Storyprint.Operations.Backup;

/// <summary>
/// Makes a backup while the publication is served and releases go on: first a snapshot of the database, then the originals it names. An original is written
/// before its row, so one can only be missing if it was withdrawn meanwhile. Finally everything is read back.
/// </summary>
public sealed class BackUpPublication(Installation installation, TimeProvider clock, IProgress<StepProgress>? progress = null)
{
    private readonly List<BackupFile> files = [];
    private readonly Dictionary<string, long> trusted = new(StringComparer.Ordinal);
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private int copied;

    /// <param name="by">Who makes it, for the record.</param>
    public async Task<BackupOutcome> RunAsync(ReleaseContext by, IBackup backup, bool withKeys, CancellationToken cancellation)
    {
        string? why = "stopped";
        try
        {
            var outcome = await GuardedAsync(backup, withKeys, cancellation);
            if (outcome is BackupOutcome.Done done)
            {
                why = null;
                Remember(by, backup, done);
                return done with { NotRecorded = await installation.RecordAsync(by, AuditAct.BackupMade, backup.Place, after: withKeys ? "with keys" : "without keys") };
            }

            why = ((BackupOutcome.Refused)outcome).Sentence;
            return outcome;
        }
        finally
        {
            if (why is not null)
            {
                await installation.RecordAsync(by, AuditAct.BackupFailed, backup.Place, after: why);
            }
        }
    }

    // Without it the newsroom's page does not know of the backup; the backup is as good.
    private void Remember(ReleaseContext by, IBackup backup, BackupOutcome.Done done)
    {
        try
        {
            new BackupLedger(installation.Folder).Add(new MadeBackup
            {
                Place = Path.GetFullPath(backup.Place),
                MadeAt = done.Manifest.MadeAt,
                Size = files.Sum(file => file.Size) + done.PictureBytes,
                Stories = done.Manifest.Stories,
                HasKeys = done.Manifest.HasKeys,
                MissingPictures = done.Manifest.MissingPictures.Count,
                By = by.Actor,
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that can only be read.
        }
    }

    private async Task<BackupOutcome> GuardedAsync(IBackup backup, bool withKeys, CancellationToken cancellation)
    {
        if (Directory.Exists(backup.Work))
        {
            Directory.Delete(backup.Work, recursive: true);
        }

        OwnerOnlyFiles.MakeFolder(backup.Work);
        try
        {
            return await RunAsync(backup, backup.Work, withKeys, cancellation);
        }
        finally
        {
            Directory.Delete(backup.Work, recursive: true);
        }
    }

    private async Task<BackupOutcome> RunAsync(IBackup backup, string work, bool withKeys, CancellationToken cancellation)
    {
        var madeAt = clock.GetUtcNow();
        var name = $"storyprint-{madeAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.db";
        var copy = Path.Combine(work, name);
        if (await installation.Database.CopyToAsync(copy, progress, cancellation) is { } reason)
        {
            return new BackupOutcome.Refused($"No backup was made; an earlier one stands as it was. {reason}");
        }

        var taken = new SqliteDatabase(copy);
        var counts = await BackupCounts.ReadAsync(taken, cancellation);
        var log = await Stores.LogOf(taken).HeadAsync(cancellation);
        taken.CloseIdle();
        await AddAsync(backup, name, copy, cancellation);
        var missing = await AddPicturesAsync(backup, counts.Pictures, cancellation);
        await AddSettingsAsync(backup, withKeys, cancellation);
        var manifest = new BackupManifest
        {
            Form = BackupManifest.CurrentForm,
            MadeAt = madeAt,
            Publication = installation.Publication.Address,
            Database = name,
            LogSize = log?.Size ?? 0,
            LogRoot = log?.Root.ToString() ?? string.Empty,
            Stories = counts.Stories,
            Revisions = counts.Revisions,
            HasKeys = withKeys,
            Files = files,
            MissingPictures = missing,
        };
        await backup.FinishAsync(manifest, cancellation);
        File.Delete(copy);
        if (await CheckAsync(backup, manifest, work, cancellation) is { } problem)
        {
            return new BackupOutcome.Refused($"The backup was read back, and it is not good: {problem} Nothing of it counts; an earlier one stands as it was.");
        }

        await backup.KeepAsync(manifest, paths, cancellation);
        return new BackupOutcome.Done(manifest, counts.Pictures.Count - missing.Count, copied) { PictureBytes = counts.Pictures.Sum(picture => picture.Size) };
    }

    private Task<string?> CheckAsync(IBackup backup, BackupManifest manifest, string work, CancellationToken cancellation) =>
        new CheckBackup(backup, work, progress) { Trusted = trusted, Manifest = manifest, Only = paths }.RunAsync(cancellation);

    private async Task<IReadOnlyList<string>> AddPicturesAsync(IBackup backup, IReadOnlyList<ReferencedPicture> pictures, CancellationToken cancellation)
    {
        var copy = new CopyOriginals(installation.Media, progress)
        {
            IsThere = picture => ValueTask.FromResult(Trusts(backup, picture)),
            Take = async (picture, original) =>
            {
                await AddOriginalAsync(backup, picture.Hash, original, cancellation);
                copied++;
            },
        };
        var missing = await copy.RunAsync(pictures, cancellation);
        paths.UnionWith(pictures.Select(picture => picture.Hash).Except(missing).Select(BackupPath.Original));
        return missing;
    }

    // By way of a file: a damaged original would make the whole backup one that is not good.
    private static async Task AddOriginalAsync(IBackup backup, string hash, Stream original, CancellationToken cancellation)
    {
        await using var whole = new FileStream(Path.Combine(backup.Work, "original"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await original.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, cancellation)) != hash)
        {
            throw new InvalidDataException($"The original {hash} is damaged.");
        }

        whole.Position = 0;
        await backup.AddAsync(BackupPath.Original(hash), whole, cancellation);
    }

    // Pictures of earlier backups are not read again when this one is read back.
    private bool Trusts(IBackup backup, ReferencedPicture picture)
    {
        var path = BackupPath.Original(picture.Hash);
        if (!backup.Holds(path, picture.Size))
        {
            return false;
        }

        trusted[path] = picture.Size;
        return true;
    }

    private async Task AddSettingsAsync(IBackup backup, bool withKeys, CancellationToken cancellation)
    {
        await AddAsync(backup, "publication.json", Installation.SettingsPath(installation.Folder), cancellation);
        if (Directory.Exists(installation.TextsFolder))
        {
            var texts = Directory.EnumerateFiles(installation.TextsFolder).Select(file => (Path: $"texts/{Path.GetFileName(file)}", File: file));
            foreach (var (path, file) in texts.Where(text => BackupPath.IsKnown(text.Path)).Order())
            {
                await AddAsync(backup, path, file, cancellation);
            }
        }

        // Never the mark: restored together with the database, it would hide that the database is old.
        (string Path, string File)[] keys = [
            ("keys/log.key", installation.Keys.PathOf(KeyRole.Log)), ("keys/seal.key", installation.Keys.PathOf(KeyRole.Seal)),
            ("keys/log.previous.key", installation.Keys.PreviousLogKeyPath)];
        foreach (var (path, file) in keys.Where(key => withKeys && File.Exists(key.File)))
        {
            await AddAsync(backup, path, file, cancellation);
        }
    }

    private async Task AddAsync(IBackup backup, string path, string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        files.Add(new BackupFile(path, content.Length, digest));
        paths.Add(path);
        content.Position = 0;
        await backup.AddAsync(path, content, cancellation);
    }
}

/// <summary>The result of a backup.</summary>
public abstract record BackupOutcome
{
    private BackupOutcome() { }

    /// <param name="Pictures">The number of originals in it.</param>
    /// <param name="Copied">How many of them were copied now.</param>
    public sealed record Done(BackupManifest Manifest, int Pictures, int Copied) : BackupOutcome
    {
        /// <summary>The size of all pictures that the database names.</summary>
        public long PictureBytes { get; init; }

        /// <summary>Why it is not in the newsroom's record; null where it is.</summary>
        public string? NotRecorded { get; init; }
    }

    public sealed record Refused(string Sentence) : BackupOutcome;
}
