using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;
using Storyprint.Web.SocialImages;

namespace Storyprint.Web.Caching;

/// <summary>
/// Invalidates cached pages after releases: of this process before its release is acknowledged, of other processes as soon as the database
/// notifies. While releases cannot be observed, nothing is cached.
/// </summary>
internal sealed partial class CacheInvalidationService(
    Database database, LogStore log, PageCache cache, InFlightRenders renders, PageContextFactory contexts, CacheWarmer warmer,
    SocialImageHandler images, CurrentPublication publication, SettingsRefreshService settings, ILogger<CacheInvalidationService> logger) : BackgroundService
{
    // After a release of a few stories their pages are rendered at once; more stories are a batch, and readers are served first.
    private const int MaxStoriesToWarm = 5;
    private const int MaxPagesToWarm = 16;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly ChangeFeed feed = new(database);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private LogPosition? known;
    private string? lastLogged;
    private CancellationTokenSource? watch;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = database.Changes.Subscribe(() => OnChangeAsync(DatabaseChange.Committed));
        while (!stoppingToken.IsCancellationRequested)
        {
            using var mine = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            watch = mine;
            try
            {
                await database.WatchAsync(OnChangeAsync, mine.Token);
            }
            catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or OperationCanceledException)
            {
                watch = null;
                await DisableAsync();
                if (!stoppingToken.IsCancellationRequested)
                {
                    LogOnce(fault.Message);
                    await Task.Delay(RetryDelay, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }

        cache.Disable();
    }

    // Never throws: a release is not undone because its pages could not be looked up.
    private async Task OnChangeAsync(DatabaseChange change)
    {
        // First the settings: what is rendered after this must be rendered with them.
        await settings.LookAsync();
        await oneAtATime.WaitAsync();
        try
        {
            // Before any page shows what was released, the mark of this node knows of it.
            await log.HeadAsync();
            if (change == DatabaseChange.Watching)
            {
                known = await feed.PositionAsync();
                lastLogged = null;
                cache.Enable();
                renders.DetachAll();

                // The first reader after a start gets a page that is rendered already or being rendered.
                warmer.Enqueue(publication.Newest.Editions.Select(FrontOf));
            }
            else if (known is { } before && await feed.SinceAsync(before) is var changes && changes.Position != before)
            {
                await InvalidateAsync(changes);
                known = changes.Position;
            }
        }
        catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or InvalidDataException)
        {
            (known, _) = (null, fault);
            cache.Disable();
            renders.DetachAll();
            LogOnce(fault.Message);
            watch?.Cancel();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task InvalidateAsync(ChangeSet changes)
    {
        if (changes.Stories is not { } stories)
        {
            images.Clear();
            foreach (var edition in publication.Newest.Editions)
            {
                await contexts.RenewSectionsAsync(edition, CancellationToken.None);
            }

            cache.Enable();
            renders.DetachAll();
            return;
        }

        var tags = stories.SelectMany(story => InvalidationTags.From(story, publication.Newest)).ToHashSet(StringComparer.Ordinal);
        tags.UnionWith(changes.Linking.Select(CacheTag.Story));
        if (stories.Any(story => !story.IsVisible))
        {
            images.Clear();
        }

        foreach (var edition in stories.Select(story => publication.Newest.EditionOrMain(story.Edition)).Distinct())
        {
            if (await contexts.RenewSectionsAsync(edition, CancellationToken.None))
            {
                tags.Add(CacheTag.Sections(edition.Language));
            }
        }

        var invalidated = cache.Invalidate(tags);
        renders.DetachAll();
        if (stories.Count <= MaxStoriesToWarm)
        {
            warmer.Enqueue(stories.SelectMany(PathsOf).Concat(invalidated).Distinct().Take(MaxPagesToWarm));
        }
    }

    private IEnumerable<string> PathsOf(ChangedStory story)
    {
        if (story.IsVisible)
        {
            yield return PublicAddress.InPath(story.Slug) is { } slug ? $"/changes/{story.Code}/{slug}" : $"/changes/{story.Code}";
        }

        if (publication.Newest.Edition(story.Edition) is { } edition)
        {
            yield return FrontOf(edition);
        }
    }

    private string FrontOf(Edition edition) => edition == publication.Newest.MainEdition ? "/" : $"/{edition.Language}/";

    // Logged once, not at each retry.
    private void LogOnce(string reason)
    {
        if (lastLogged != reason)
        {
            LogFault(logger, lastLogged = reason);
        }
    }

    private async Task DisableAsync()
    {
        await oneAtATime.WaitAsync();
        known = null;
        cache.Disable();
        renders.DetachAll();
        oneAtATime.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases cannot be observed now, so every page is rendered for each reader: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
