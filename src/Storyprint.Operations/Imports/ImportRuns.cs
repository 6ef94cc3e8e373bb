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
    /// <returns>False where that is not its turn: files are missing, or it is at work already.</returns>
    public bool Start(ReleaseContext by, ImportJob job, bool isDryRun)
    {
        if (job.AreFilesGone || !jobs.IsComplete(job) || stopping.IsCancellationRequested)
        {
            return false;
        }

        var run = new Run(CancellationTokenSource.CreateLinkedTokenSource(stopping.Token));
        if (!runs.TryAdd(job.Id, run))
        {
            run.Stop.Dispose();
            return false;
        }

        var begun = job with { State = isDryRun ? ImportState.Checking : ImportState.Importing, Problem = null, TouchedAt = clock.GetUtcNow() };
        jobs.Save(begun);
        run.Task = Task.Run(() => RunAsync(by, begun, isDryRun, run));
        return true;
    }

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
    public void DeleteExpired() => jobs.DeleteExpired(runs.ContainsKey);

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
            jobs.Save(ended with { TouchedAt = clock.GetUtcNow() });
            runs.TryRemove(job.Id, out _);
            run.Stop.Dispose();
        }
    }

    private async Task<ImportJob> TakeAsync(ReleaseContext by, ImportJob job, bool isDryRun, Run run)
    {
        if (await installation.Log.CheckAsync(run.Stop.Token) is { } refused)
        {
            return job with { State = ImportState.Failed, Problem = refused.Sentence };
        }

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
        };
    }

    private sealed class Run(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop => stop;

        public ImportProgress Progress { get; set; } = new(IsWaiting: true, 0, 0);

        public Task Task { get; set; } = Task.CompletedTask;
    }

    private sealed class Told(Action<(double Read, int Items)> hear) : IProgress<(double Read, int Items)>
    {
        public void Report((double Read, int Items) value) => hear(value);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import that was started from the newsroom broke off")]
    private static partial void LogFault(ILogger logger, Exception fault);
}

/// <summary>How far an import is.</summary>
/// <param name="IsWaiting">Whether another one is at work.</param>
/// <param name="Read">The share of the archive that was read, from 0 to 1.</param>
public sealed record ImportProgress(bool IsWaiting, double Read, int Items);
