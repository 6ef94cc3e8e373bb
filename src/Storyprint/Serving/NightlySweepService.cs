using System.Data.Common;
using Storyprint.Operations;
using Storyprint.Operations.Disk;
using Storyprint.Operations.Imports;
using Storyprint.Operations.Sweep;

namespace Storyprint.Serving;

/// <summary>Sweeps for remains of withdrawn stories each night; findings are logged as errors.</summary>
internal sealed partial class NightlySweepService(Installation installation, ImportRuns imports, TimeProvider clock, ILogger<NightlySweepService> log) : BackgroundService
{
    private static readonly TimeSpan At = new(3, 17, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Wait(clock.GetUtcNow()), clock, stoppingToken);
                await SweepAsync(stoppingToken);
                await LogRecordAsync(stoppingToken);
                await TidyAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping; the next one sweeps.
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var finding in (await new SweepWithdrawn(installation).RunHereAsync(cancellation: stopping)).Findings)
            {
                LogFinding(log, finding.Target, finding.Sentence);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Readers are served even if tonight's sweep failed; tomorrow's repeats it.
            LogFault(log, fault);
        }
    }

    // One node does it: the others find that it was done.
    private async Task LogRecordAsync(CancellationToken stopping)
    {
        try
        {
            if ((await installation.Stores.AuditHeads().RunAsync(stopping)).Problem is { } problem)
            {
                LogNotRecorded(log, problem.Sentence);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next night's entry covers this day too.
            LogNotRecorded(log, fault.Message);
        }
    }

    // What was brought for imports goes when its time is over, and how much there is today is kept for whoever asks how fast it grows.
    private async Task TidyAsync(CancellationToken stopping)
    {
        try
        {
            imports.DeleteExpired();
            new DiskGrowth(installation.Folder).Note(clock.GetUtcNow(), (await DiskUse.ReadDatabaseAsync(installation, stopping)).Content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
        {
            // The next night does it.
            LogFault(log, fault);
        }
    }

    /// <summary>The time until the hour of the sweep in the main edition's time zone.</summary>
    internal TimeSpan Wait(DateTimeOffset now)
    {
        var wait = At - TimeZoneInfo.ConvertTime(now, installation.Publication.MainEdition.Zone).TimeOfDay;
        return wait > TimeSpan.Zero ? wait : wait + TimeSpan.FromDays(1);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep after withdrawn stories: {Target}: {Sentence}")]
    private static partial void LogFinding(ILogger logger, string target, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the record of acts could not be put into the log: {Sentence}")]
    private static partial void LogNotRecorded(ILogger logger, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The nightly sweep after withdrawn stories could not be made")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
