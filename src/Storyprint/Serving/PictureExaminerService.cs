using Storyprint.Operations;
using Storyprint.Storage.Library;

namespace Storyprint.Serving;

/// <summary>Finds out, one picture after the other and without haste, what is to be known of pictures that an import brought or nobody described.</summary>
internal sealed partial class PictureExaminerService(Installation installation, TimeProvider clock, ILogger<PictureExaminerService> log) : BackgroundService
{
    private const int AtOnce = 10;

    private static readonly TimeSpan AtStart = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan WhenDone = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AtStart, clock, stoppingToken);
            while (true)
            {
                await Task.Delay(await StepAsync(stoppingToken), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is looked at by the next server.
        }
    }

    private async Task<TimeSpan> StepAsync(CancellationToken stopping)
    {
        try
        {
            PictureExaminer examiner = installation.Stores.PictureExaminer;
            return await examiner.RunAsync(AtOnce, stopping) == AtOnce ? Between : WhenDone;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The library knows less of a picture; nothing else is the worse for it.
            LogLater(log, fault.Message);
            return AfterTrouble;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pictures of the library could not be examined, which is tried again in ten minutes: {Reason}")]
    private static partial void LogLater(ILogger logger, string reason);
}
