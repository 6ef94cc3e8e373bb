using System.Data.Common;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Serving;

/// <summary>
/// Submits each new checkpoint to the witnesses while the site is served, whichever process released, and asks all of them again at start and every few
/// minutes. Problems are logged when they change, not each time.
/// </summary>
/// <param name="named">Asks the witnesses that the settings name now; null where they name none.</param>
internal sealed partial class WitnessService(Func<RequestCosignatures?> named, LogStore log, WitnessIntervals intervals, TimeProvider clock, ILogger<WitnessService> logger) : BackgroundService
{
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AskAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping; the next start asks again.
        }
    }

    private async Task AskAsync(CancellationToken stoppingToken)
    {
        var (asked, again) = (0L, DateTimeOffset.MinValue);
        using var timer = new PeriodicTimer(intervals.Look, clock);
        do
        {
            try
            {
                var isTime = clock.GetUtcNow() >= again;
                if (named() is { } witnesses && (isTime || await log.SizeAsync(stoppingToken) != asked) && await witnesses.RunAsync(isTime, stoppingToken) is { } report)
                {
                    (asked, again) = (report.Size, isTime ? clock.GetUtcNow() + intervals.Again : again);
                    Tell(report);
                }

                Say(string.Empty, string.Empty, LogLevel.Warning);
            }
            catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // The site is served all the same, and the next round tries again.
                Say(string.Empty, $"The witnesses could not be asked: {fault.Message}", LogLevel.Error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Tell(WitnessReport report)
    {
        foreach (var result in report.Results)
        {
            Say(result.Witness.Name, result.HasCosigned ? string.Empty : result.Sentence, result.IsAlarm ? LogLevel.Critical : LogLevel.Warning);
        }
    }

    // An empty sentence means that all is well again.
    private void Say(string name, string sentence, LogLevel level)
    {
        var before = said.GetValueOrDefault(name, string.Empty);
        said[name] = sentence;
        if (sentence != before && name.Length > 0)
        {
            LogWitness(logger, sentence.Length == 0 ? LogLevel.Warning : level, name, sentence.Length == 0 ? "It cosigns again." : sentence);
        }
        else if (sentence != before && sentence.Length > 0)
        {
            LogFault(logger, sentence);
        }
    }

    [LoggerMessage(Message = "Witness {Name}: {Sentence}")]
    private static partial void LogWitness(ILogger logger, LogLevel level, string name, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sentence}")]
    private static partial void LogFault(ILogger logger, string sentence);
}

/// <summary>The intervals of the witness service.</summary>
/// <param name="Look">How often to check whether the log has grown: one small query.</param>
/// <param name="Again">How often to ask every witness even if the log has not grown.</param>
internal sealed record WitnessIntervals(TimeSpan Look, TimeSpan Again)
{
    public static WitnessIntervals Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5));
}
