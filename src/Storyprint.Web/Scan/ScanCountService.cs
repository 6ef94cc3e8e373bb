using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Storyprint.Storage;

namespace Storyprint.Web.Scan;

/// <summary>Writes what was counted once a minute and at the end. What a killed server had not written yet is lost: at most a minute's counts.</summary>
internal sealed partial class ScanCountService(ScanCounter counter, Stores stores, TimeProvider clock, ILogger<ScanCountService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping; what is left is written below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var counts = counter.Take();
        if (counts.Count == 0)
        {
            return;
        }

        try
        {
            await stores.ScanCounts.AddAsync(counts, cancellation);
            told = null;
        }
        catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // No reader waits for it, and the next minute tries again. What stays wrong is told once.
            counter.PutBack(counts);
            if (fault is not OperationCanceledException && fault.Message != told)
            {
                LogFault(log, told = fault.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scans of printed marks cannot be counted now; it is tried again: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
