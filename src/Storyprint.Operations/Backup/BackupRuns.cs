using System.Globalization;
using System.Text.RegularExpressions;
using Storyprint.Files;
using Storyprint.Operations.Disk;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Operations.Backup;

/// <summary>Backups that are started from the newsroom: made in the background, one at a time, each a file of its own in one folder of this machine.</summary>
public sealed partial class BackupRuns(Installation installation, TimeProvider clock, ILogger<BackupRuns> logger) : IAsyncDisposable
{
    // What a server needs to go on while a backup fills the disk.
    private const long Reserve = 256L << 20;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private StepProgress? step;

    /// <summary>Where they go: as the environment says, else beside the database.</summary>
    public string Folder { get; } = Environment.GetEnvironmentVariable("STORYPRINT_BACKUPS") is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(installation.Folder, "backups");

    /// <summary>Whether they lie on the disk of the publication, and are lost with it.</summary>
    public bool IsBesideDatabase => Folder.StartsWith(installation.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>What is done now; null while nothing is.</summary>
    public StepProgress? Progress => IsRunning ? step ?? new StepProgress("rows", 0, 0) : null;

    public bool IsRunning => !running.IsCompleted;

    /// <summary>The last one that was started here, or null.</summary>
    public BackupRun? Last => BackupRun.Read(RunPath);

    /// <summary>The backups that are known here, the newest first.</summary>
    public IReadOnlyList<MadeBackup> Known => new BackupLedger(installation.Folder).Read();

    private string RunPath => Path.Combine(installation.Folder, "backup-run.json");

    /// <summary>Begins one.</summary>
    public BackupStart Start(ReleaseContext by)
    {
        lock (gate)
        {
            FileStream? file = null;
            try
            {
                if (IsRunning || (file = Lock()) is null)
                {
                    return BackupStart.Busy;
                }

                step = null;
                var run = new BackupRun { By = by.Actor, StartedAt = clock.GetUtcNow() };
                run.Write(RunPath);
                running = Task.Run(() => RunAsync(by, run, file));
                return BackupStart.Started;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                file?.Dispose();
                LogUnsaved(logger, fault);
                return BackupStart.CannotWrite;
            }
        }
    }

    /// <summary>The file of a backup in the folder, or null: no name leads elsewhere.</summary>
    public string? Find(string name) => NameForm().IsMatch(name) && Path.Combine(Folder, name) is var path && File.Exists(path) ? path : null;

    /// <summary>Deletes one, and records it.</summary>
    public async Task<bool> DeleteAsync(ReleaseContext by, string name)
    {
        if (Find(name) is not { } path)
        {
            return false;
        }

        await AuditTrail.RecordAsync(installation.Database, clock, by, AuditAct.BackupDeleted, path);
        File.Delete(path);
        return true;
    }

    /// <summary>Completes when the one that runs has ended.</summary>
    public Task EndedAsync() => running;

    /// <summary>Stops the one that runs: the program ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
    }

    private async Task RunAsync(ReleaseContext by, BackupRun run, FileStream file)
    {
        string? problem = null;
        try
        {
            await using (file)
            {
                DeleteLeftovers();
                problem = await RoomAsync() ?? await MakeAsync(by);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            problem = "The program was stopped.";
        }
        catch (Exception fault)
        {
            problem = BackupErrors.Sentence(fault, installation.Database) ?? fault.Message;
            LogFault(logger, fault);
        }

        try
        {
            (run with { EndedAt = clock.GetUtcNow(), Problem = problem }).Write(RunPath);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(logger, fault);
        }
    }

    private async Task<string?> MakeAsync(ReleaseContext by)
    {
        var place = Path.Combine(Folder, $"storyprint-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.tar");
        await using var backup = BackupInFile.ForWriting(place);
        var outcome = await new BackUpPublication(installation, clock, new Told(each => step = each)).RunAsync(by, backup, withKeys: false, stopping.Token);
        return outcome switch
        {
            BackupOutcome.Done { Manifest.MissingPictures.Count: > 0 and var count } => $"{count:N0} pictures that the database names were not there.",
            BackupOutcome.Refused(var sentence) => sentence,
            _ => null,
        };
    }

    // The database is copied, and the copy goes into the file.
    private async Task<string?> RoomAsync()
    {
        var use = await DiskUse.ReadDatabaseAsync(installation, stopping.Token);
        var (needed, free) = ((2 * use.Database) + use.Pictures + use.Documents + Reserve, new DriveInfo(Folder).AvailableFreeSpace);
        return free >= needed ? null : $"The disk has {free >> 20:N0} MB free where {Folder} is, and a backup needs {needed >> 20:N0} MB. Make room, or name another place with STORYPRINT_BACKUPS.";
    }

    private FileStream? Lock()
    {
        OwnerOnlyFiles.MakeFolder(Folder);
        try
        {
            return new FileStream(Path.Combine(Folder, ".lock"), OwnerOnlyFiles.Write(FileMode.OpenOrCreate));
        }
        catch (IOException) when (File.Exists(Path.Combine(Folder, ".lock")))
        {
            return null;
        }
    }

    // Of a run that was killed.
    private void DeleteLeftovers()
    {
        foreach (var work in Directory.EnumerateDirectories(Folder, "storyprint-*.tar.unfinished.work"))
        {
            Directory.Delete(work, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Folder, "storyprint-*.tar.unfinished"))
        {
            File.Delete(file);
        }
    }

    private sealed class Told(Action<StepProgress> hear) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => hear(value);
    }

    [GeneratedRegex(@"^storyprint-[0-9]{8}T[0-9]{6}Z\.tar\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();

    [LoggerMessage(Level = LogLevel.Error, Message = "A backup that was started from the newsroom could not be made")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The state of a backup could not be written")]
    private static partial void LogUnsaved(ILogger logger, Exception fault);
}

/// <summary>Whether a backup began.</summary>
public enum BackupStart
{
    Started,

    /// <summary>Another one runs, here or in another program of this machine.</summary>
    Busy,

    /// <summary>Nothing can be written where backups go.</summary>
    CannotWrite,
}
