using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Web.SocialImages;

namespace Storyprint.Web.Caching;

/// <summary>
/// Puts changes of settings in force: of this process before its change is acknowledged, of others when the database notifies of them, and where it cannot, at
/// the next look. First the publication is replaced, then what was made of the one before is dropped.
/// </summary>
internal sealed partial class SettingsRefreshService(
    Database database, SettingsStore store, CurrentPublication publication, PageCache cache, InFlightRenders renders, CacheWarmer warmer, SocialImageHandler images,
    TimeProvider clock, ILogger<SettingsRefreshService> logger) : BackgroundService
{
    /// <summary>How often to look: a change is in force within a second even where nothing tells of it.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private IDisposable? subscription;
    private string? lastLogged;

    // Before the server takes its first request: a change of this process is never missed.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        subscription = database.Changes.Subscribe(LookAsync);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        subscription?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
            {
                await LookAsync();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping.
        }
    }

    /// <summary>Reads the settings if they changed. Never throws: those before stay in force, and the next look tries again.</summary>
    public async Task LookAsync()
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (await publication.RefreshAsync(store) is { Count: > 0 } changed)
            {
                Invalidate(changed);
            }

            lastLogged = null;
        }
        catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or InvalidDataException)
        {
            LogOnce(fault.Message);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private void Invalidate(IReadOnlyList<SettingKey> changed)
    {
        IEnumerable<string> rendered = [];
        if (SettingsTags.From(changed) is { } tags)
        {
            rendered = tags.Count > 0 ? cache.Invalidate(tags) : [];
        }
        else
        {
            cache.Clear();
            images.Clear();
            rendered = publication.Newest.Editions.Select(FrontOf);
        }

        renders.DetachAll();
        warmer.Enqueue(rendered.Take(MaxPagesToWarm));
    }

    private const int MaxPagesToWarm = 16;

    private string FrontOf(Edition edition) => edition == publication.Newest.MainEdition ? "/" : $"/{edition.Language}/";

    // Logged once, not at each look.
    private void LogOnce(string reason)
    {
        if (lastLogged != reason)
        {
            LogFault(logger, lastLogged = reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes of settings cannot be read now, and those before stay in force: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
