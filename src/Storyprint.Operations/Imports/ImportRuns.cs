using System.Collections.Concurrent;
using System.Data.Common;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Releases;

namespace Storyprint.Operations.Imports;

/// <summary>Imports that are started from the newsroom, tried first and then made: in the background, one at a time, whether anybody looks or not.</summary>
public sealed partial class ImportRuns(Installation installation, ImportJobs jobs, TimeProvider clock, ILogger<ImportRuns> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Run> runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim turn = new(1);

    public ImportJobs Jobs => jobs;

    /// <summary>How far one is that waits or is at work; null for one that is neither.</summary>
    public ImportProgress? Progress(string id) => runs.TryGetValue(id, out var run) ? run.Progress : null;

    /// <summary>Begins to read it and say what would happen, or to import it.</summary>
    public ImportStart Start(ReleaseContext by, ImportJob job, bool isDryRun)
    {
        if (job.AreFilesGone || !jobs.IsComplete(job) || stopping.IsCancellationRequested)
        {
            return ImportStart.NotNow;
        }

        Run? run = null;
        try
        {
            // Whoever holds the lock is the only one that has it among the runs.
            if (ImportLock.Take(jobs.FolderOf(job.Id)) is not { } held)
            {
                return ImportStart.NotNow;
            }

            run = new Run(CancellationTokenSource.CreateLinkedTokenSource(stopping.Token), held);
            var begun = job with { State = isDryRun ? ImportState.Checking : ImportState.Importing, Problem = null, TouchedAt = clock.GetUtcNow() };
            jobs.Save(begun);
            runs[job.Id] = run;
            run.Task = Task.Run(() => RunAsync(by, begun, isDryRun, run));
            return ImportStart.Started;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            run?.Dispose();
            LogUnsaved(logger, fault);
            return ImportStart.CannotWrite;
        }
    }

    /// <summary>Whether another program that shares the folder is at work on it.</summary>
    public bool IsElsewhere(ImportJob job) => job.State is ImportState.Checking or ImportState.Importing && !runs.ContainsKey(job.Id) && ImportLock.IsHeld(jobs.FolderOf(job.Id));

    /// <summary>Stops one; what it wrote stands, and the next run goes on behind it.</summary>
    public void Stop(string id)
    {
        try
        {
            if (runs.TryGetValue(id, out var run))
            {
                run.Stop.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself just now.
        }
    }

    /// <summary>Completes when one that is at work has ended.</summary>
    public Task EndedAsync(string id) => runs.TryGetValue(id, out var run) ? run.Task : Task.CompletedTask;

    /// <summary>Deletes files and reports whose time is over.</summary>
    public void DeleteExpired() => jobs.DeleteExpired(id => ImportLock.IsHeld(jobs.FolderOf(id)));

    /// <summary>Stops all: the program ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(runs.Values.Select(run => run.Task));
    }

    private async Task RunAsync(ReleaseContext by, ImportJob job, bool isDryRun, Run run)
    {
        var ended = job with { State = ImportState.Failed };
        try
        {
            await turn.WaitAsync(run.Stop.Token);
            try
            {
                run.Progress = new ImportProgress(IsWaiting: false, 0, 0);
                ended = await TakeAsync(by, job, isDryRun, run);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // Where the program ends it stands as it was, and whoever opens it is told that it was broken off.
            ended = stopping.IsCancellationRequested ? job : job with { State = ImportState.Stopped };
        }
        catch (Exception fault)
        {
            ended = ended with { Problem = fault is DbException away && installation.Database.Problem(away) is { } sentence ? sentence : fault.Message };
            LogFault(logger, fault);
        }
        finally
        {
            End(ended with { TouchedAt = clock.GetUtcNow() }, run);
        }
    }

    // Where a full disk does not take the end, the run has ended all the same: the page says that it was broken off, and it can be begun again.
    private void End(ImportJob ended, Run run)
    {
        try
        {
            DeleteUnpacked(ended);
            jobs.Save(ended);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(logger, fault);
        }
        finally
        {
            runs.TryRemove(ended.Id, out _);
            run.Dispose();
        }
    }

    // Also what a run left that was killed.
    private void DeleteUnpacked(ImportJob job)
    {
        if (Directory.Exists(jobs.UnpackedFolderOf(job)))
        {
            Directory.Delete(jobs.UnpackedFolderOf(job), recursive: true);
        }
    }

    private async Task<ImportJob> TakeAsync(ReleaseContext by, ImportJob job, bool isDryRun, Run run)
    {
        if (await installation.Log.CheckAsync(run.Stop.Token) is { } refused)
        {
            return job with { State = ImportState.Failed, Problem = refused.Sentence };
        }

        DeleteUnpacked(job);
        using var witnesses = new WitnessClient();
        var import = new ImportArchive(installation.Stores, installation.Publication, installation.WitnessClock(witnesses));
        var progress = new Told(step => run.Progress = new ImportProgress(IsWaiting: false, step.Read, step.Items));
        switch (await import.RunAsync(by, Archive(job), isDryRun, progress, run.Stop.Token))
        {
            case ImportArchiveOutcome.Done(var report):
                await new ImportReportFile(jobs.FolderOf(job.Id)).WriteAsync(report, CancellationToken.None);
                return job with { State = isDryRun ? ImportState.Checked : ImportState.Done, Totals = report.Totals, NewSections = report.NewSections };
            case ImportArchiveOutcome.Refused(var sentence):
                return job with { State = ImportState.Failed, Problem = sentence };
            case var unknown:
                throw new NotSupportedException($"{unknown.GetType().Name} is an unknown outcome.");
        }
    }

    // One file is an archive by itself; several are one in a folder, with packed pictures beside it.
    private ArchiveToImport Archive(ImportJob job)
    {
        var (files, packed) = jobs.FoldersOf(job);
        var own = job.Files.Where(file => !PackedMedia.Is(job, file)).ToList();
        return new ArchiveToImport(own.Count == 1 ? Path.Combine(files, own[0].Name) : files)
        {
            PackedMedia = [.. job.Files.Where(file => PackedMedia.Is(job, file)).Select(file => Path.Combine(packed, file.Name))],
            Edition = job.Edition,
            Name = job.Archive,
            DraftsOnly = job.DraftsOnly,
            UnpackBelow = jobs.UnpackedFolderOf(job),
        };
    }

    private sealed class Run(CancellationTokenSource stop, IDisposable held) : IDisposable
    {
        public CancellationTokenSource Stop => stop;

        public ImportProgress Progress { get; set; } = new(IsWaiting: true, 0, 0);

        public Task Task { get; set; } = Task.CompletedTask;

        public void Dispose()
        {
            stop.Dispose();
            held.Dispose();
        }
    }

    private sealed class Told(Action<(double Read, int Items)> hear) : IProgress<(double Read, int Items)>
    {
        public void Report((double Read, int Items) value) => hear(value);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import that was started from the newsroom broke off")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The state of an import could not be written")]
    private static partial void LogUnsaved(ILogger logger, Exception fault);
}

/// <summary>Whether an import began.</summary>
public enum ImportStart
{
    Started,

    /// <summary>Files are missing, or it is at work already, here or in another program.</summary>
    NotNow,

    /// <summary>Its state cannot be written.</summary>
    CannotWrite,
}

/// <summary>How far an import is.</summary>
/// <param name="IsWaiting">Whether another one is at work.</param>
/// <param name="Read">The share of the archive that was read, from 0 to 1.</param>
public sealed record ImportProgress(bool IsWaiting, double Read, int Items);
