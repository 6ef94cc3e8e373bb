using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Serving.Pages;

/// <summary>
/// Takes from memory what a release made stale: what this process released before anybody is told that it stands, what others released as soon as
/// the database says so. While it cannot hear of releases, no page is kept.
/// </summary>
internal sealed partial class FollowReleases(
    Database database, PageShelf shelf, Renderings renderings, EditionViews views, PagesAhead ahead, Publication publication, ILogger<FollowReleases> logger) : BackgroundService
{
    // A release of a few stories makes their pages anew at once; more are a batch, and readers are served first.
    private const int MostStoriesAhead = 5;
    private const int MostPagesAhead = 16;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly LogFeed feed = new(database);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private LogReach? known;
    private string? said;
    private CancellationTokenSource? watch;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = database.Changes.Follow(() => HearAsync(DatabaseChange.Committed));
        while (!stoppingToken.IsCancellationRequested)
        {
            using var mine = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            watch = mine;
            try
            {
                await database.WatchAsync(HearAsync, mine.Token);
            }
            catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or OperationCanceledException)
            {
                watch = null;
                await ForgetAllAsync();
                if (!stoppingToken.IsCancellationRequested)
                {
                    Say(fault.Message);
                    await Task.Delay(Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }

        shelf.Close();
    }

    // Never throws: a release that stands is not undone because its pages could not be looked up.
    private async Task HearAsync(DatabaseChange change)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (change == DatabaseChange.Watching)
            {
                known = await feed.ReachAsync();
                said = null;
                shelf.Open();
                renderings.Part();

                // The first reader after a start meets a page that is made, or being made.
                ahead.Add(publication.Editions.Select(FrontOf));
            }
            else if (known is { } before && await feed.SinceAsync(before) is var news && news.Reach != before)
            {
                await ForgetAsync(news);
                known = news.Reach;
            }
        }
        catch (Exception fault) when (fault is DbException or IOException or InvalidOperationException or InvalidDataException)
        {
            (known, _) = (null, fault);
            shelf.Close();
            renderings.Part();
            Say(fault.Message);
            watch?.Cancel();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task ForgetAsync(LogNews news)
    {
        if (news.Stories is not { } stories)
        {
            foreach (var edition in publication.Editions)
            {
                await views.RenewSectionsAsync(edition, CancellationToken.None);
            }

            shelf.Open();
            renderings.Part();
            return;
        }

        var tags = stories.SelectMany(story => ReleaseTags.Of(story, publication)).ToHashSet(StringComparer.Ordinal);
        foreach (var edition in stories.Select(story => publication.EditionOrMain(story.Edition)).Distinct())
        {
            if (await views.RenewSectionsAsync(edition, CancellationToken.None))
            {
                tags.Add(PageTag.Sections(edition.Language));
            }
        }

        var gone = shelf.Forget(tags);
        renderings.Part();
        if (stories.Count <= MostStoriesAhead)
        {
            ahead.Add(stories.SelectMany(PathsOf).Concat(gone).Distinct().Take(MostPagesAhead));
        }
    }

    private IEnumerable<string> PathsOf(ChangedStory story)
    {
        if (story.IsVisible)
        {
            yield return PublicAddress.InPath(story.Slug) is { } slug ? $"/news/{story.Code}/{slug}" : $"/news/{story.Code}";
        }

        if (publication.Edition(story.Edition) is { } edition)
        {
            yield return FrontOf(edition);
        }
    }

    private string FrontOf(Edition edition) => edition == publication.MainEdition ? "/" : $"/{edition.Language}/";

    // Once, and not at each try.
    private void Say(string reason)
    {
        if (said != reason)
        {
            LogFault(logger, said = reason);
        }
    }

    private async Task ForgetAllAsync()
    {
        await oneAtATime.WaitAsync();
        known = null;
        shelf.Close();
        renderings.Part();
        oneAtATime.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases cannot be followed now, so every page is rendered for each reader: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
