using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;

namespace Storyprint.Serving;

/// <summary>Runs deferred database maintenance soon after releases of any process, so that no release has to.</summary>
internal sealed partial class DatabaseMaintenanceService(Database database, LogStore releases, TimeProvider clock, ILogger<DatabaseMaintenanceService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private long tidied = -1;
    private string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await StepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping; the next one continues.
        }
    }

    private async Task StepAsync(CancellationToken stopping)
    {
        try
        {
            var size = await releases.SizeAsync(stopping);
            if (size != tidied && await database.OptimizeAsync(cancellation: stopping))
            {
                await new FillFingerprints(database).MergeAsync(inLargeSteps: false, stopping);
                tidied = size;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nothing depends on it, and the next step catches up. What stays wrong, such as a folder that is read-only, is told once.
            if (fault.Message != told)
            {
                LogFault(log, told = fault.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be tidied now; it is tried again: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
