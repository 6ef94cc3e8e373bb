using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Storage;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Web.Caching;
using Storyprint.Web.Comments;
using Storyprint.Web.Copies;
using Storyprint.Web.Corrections;
using Storyprint.Web.Discovery;
using Storyprint.Web.Discovery.Sitemaps;
using Storyprint.Web.Feeds;
using Storyprint.Web.History;
using Storyprint.Web.Limits;
using Storyprint.Web.Log;
using Storyprint.Web.Looks;
using Storyprint.Web.Media;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;
using Storyprint.Web.Scan;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;
using Storyprint.Web.SocialImages;

namespace Storyprint.Web;

/// <summary>The services and the request pipeline of the site.</summary>
public static class StoryprintWeb
{
    /// <param name="textsFolder">A folder with interface texts of the installation, which take precedence over the program's own.</param>
    public static void AddStoryprintWeb(
        this IServiceCollection services, CurrentPublication publication, Database database, PublicationLog log, MediaStore media, string textsFolder)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(publication);
        services.AddStoryprintStores(database, log, media);
        services.AddSingleton<LogPolicy>().AddSingleton<InterfaceList>().AddSingleton<PageAssets>().AddSingleton<PageRenderer>().AddSingleton<SiteResponses>();
        services.AddSingleton(provider => new PageContextFactory(
            publication, provider.GetRequiredService<TermStore>(), provider.GetRequiredService<PageAssets>(), provider.GetRequiredService<TimeProvider>(), textsFolder)
        {
            IsCopy = provider.GetService<CopyOnDisk>() is not null,
        });
        services.AddSingleton<FrontPageHandler>().AddSingleton<StoryPageHandler>().AddSingleton<StoryListHandler>().AddSingleton<DateIndexHandler>();
        services.AddSingleton<SearchHandler>().AddSingleton<StandingPageHandler>().AddSingleton<PrintPageHandler>().AddSingleton<PrintHyphenation>().AddSingleton<LegacyUrlFallback>().AddSingleton<GoneOrNotFound>();
        services.AddSingleton<WordPressAddresses>().AddSingleton<OldAddresses>().AddSingleton<OldAddressMiddleware>().AddSingleton<DatabaseOutageMiddleware>().AddSingleton<FaultMiddleware>();
        services.AddSingleton<HistoryHandler>().AddSingleton<ComparisonHandler>();
        services.AddSingleton<CorrectionsHandler>().AddSingleton<CommentsHandler>();
        services.AddSingleton<ScanHandler>().AddSingleton<HowToCheckHandler>();
        services.AddSingleton<SitemapHandler>().AddSingleton<FeedItems>().AddSingleton<FeedHandler>().AddSingleton<SocialImageHandler>();

        services.AddSingleton(new PageCache(() => publication.Newest.PageCacheMegabytes * 1_000_000L)).AddSingleton<InFlightRenders>().AddSingleton<PageCacheMetrics>().AddSingleton<CdnHeaders>();
        services.AddSingleton<PageCacheMiddleware>().AddSingleton<PageCompressor>().AddSingleton<CacheWarmer>().AddSingleton<SettingsRefreshService>();

        services.AddSingleton(_ => new FileExtractor(TimeProvider.System)).AddSingleton<IShownPages, ShownPages>().AddSingleton<CheckCopy>().AddSingleton<CheckCopyHandler>().AddSingleton<CheckCopyApi>();

        // Text of every script is written unescaped: pages declare UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<EditionRouteConstraint>(EditionRouteConstraint.Name));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    /// <summary>Caches rendered pages in memory, for a site that is served to readers.</summary>
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddHostedService<CacheInvalidationService>();
        services.AddHostedService(provider => provider.GetRequiredService<PageCompressor>());
        services.AddHostedService(provider => provider.GetRequiredService<CacheWarmer>());
    }

    /// <summary>Counts scans of printed marks, for a site that is served to readers.</summary>
    public static void AddScanCounts(this IServiceCollection services) => services.AddSingleton<ScanCounter>().AddHostedService<ScanCountService>();

    /// <summary>Puts changes of settings in force while the site is served, whichever process makes them.</summary>
    public static void AddSettingsRefresh(this IServiceCollection services) => services.AddHostedService(provider => provider.GetRequiredService<SettingsRefreshService>());

    /// <summary>Bounds what readers may ask for at once, for a site that is served to everybody.</summary>
    /// <param name="trustedProxies">Whose word on a reader's address is taken, beside the machine itself.</param>
    public static void AddRequestLimits(this IServiceCollection services, IReadOnlyList<IPNetwork> trustedProxies)
    {
        services.AddSingleton<RequestIsolation>().AddSingleton<BusyResponses>().AddSingleton<RequestLimitMetrics>();
        services.AddAddressLimits(trustedProxies);
    }

    /// <param name="isCached">Whether <see cref="AddPageCache"/> was called.</param>
    /// <param name="isLimited">Whether <see cref="AddRequestLimits"/> was called.</param>
    public static void UseStoryprintWeb(this WebApplication app, bool isCached, bool isLimited)
    {
        var pages = isCached ? app.Services.GetRequiredService<PageCacheMiddleware>() : null;
        if (app.Services.GetService<ScanCounter>() is { } scans)
        {
            // First: most of these pages come from the cache.
            app.Use(next => context => scans.InvokeAsync(context, next));
        }

        if (pages is not null)
        {
            app.Use(next =>
            {
                app.Services.GetRequiredService<CacheWarmer>().SetPipeline(next);
                return context => pages.BeforeRoutingAsync(context, next);
            });
        }

        // After the cache: a page of the cache was made of one publication, and needs none.
        var publication = app.Services.GetRequiredService<CurrentPublication>();
        app.Use(next => async context =>
        {
            publication.Pin();
            await next(context);
        });
        app.UseRouting();
        if (isLimited)
        {
            // Requests served from the cache have been answered before.
            app.UseAddressLimits();
        }

        if (pages is not null)
        {
            app.Use(next => context => pages.AfterRoutingAsync(context, next));
        }

        app.UseSecurityHeaders();
        var outage = app.Services.GetRequiredService<DatabaseOutageMiddleware>();
        app.Use(next => context => outage.InvokeAsync(context, next));
        if (isLimited)
        {
            app.Use(next => context => BufferedBody.InvokeAsync(context, next));
        }

        var extractor = app.Services.GetRequiredService<FileExtractor>();
        app.Use(next => context => CopyFileReading.InvokeAsync(context, extractor, next));
        if (isLimited)
        {
            var isolation = app.Services.GetRequiredService<RequestIsolation>();
            app.Use(next => context => isolation.InvokeAsync(context, next));
        }

        var faults = app.Services.GetRequiredService<FaultMiddleware>();
        app.Use(next => context => faults.InvokeAsync(context, next));
        var old = app.Services.GetRequiredService<OldAddressMiddleware>();
        Func<HttpContext, Task<bool>> fromCache = isCached ? app.Services.GetRequiredService<PageCacheMiddleware>().HitAsync : _ => Task.FromResult(false);
        app.Use(next => context => old.InvokeAsync(context, next, OldAddressMiddleware.MayBeOfQuery(context.Request), fromCache));
        app.MapMedia();
        app.MapLooks();
        app.MapDiscovery();
        app.MapLog();
        app.MapScan();
        app.MapHistory();
        app.MapComments();
        app.MapCopies();
        app.MapSite();
        LegacyUrlFallback.Map(app);
    }
}
