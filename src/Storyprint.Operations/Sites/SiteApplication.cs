using System.Net;
using Storyprint.Storage.Log;
using Storyprint.Storage.Settings;
using Storyprint.Web;
using Storyprint.Web.Rendering;

namespace Storyprint.Operations.Sites;

/// <summary>The site of an installation as an ASP.NET Core application, for the server as for an archive in process.</summary>
public static class SiteApplication
{
    /// <param name="configure">Adds the server, logging and other services of the host.</param>
    public static WebApplication Create(Installation installation, SiteOptions options, Action<WebApplicationBuilder> configure)
    {
        // The empty builder: no watched configuration files, no content root; a start costs only what is used.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        if (options.IsCopy)
        {
            builder.Services.AddSingleton<CopyOnDisk>();
        }

        builder.Services.AddRouting();
        builder.Services.AddStoryprintWeb(options.Publication, installation.Database, installation.Log, installation.Media, installation.TextsFolder);
        if (options.FollowsSettings)
        {
            builder.Services.AddSettingsRefresh();
        }

        if (options.CachesPages)
        {
            builder.Services.AddPageCache();
        }

        if (options.TrustedProxies is { } proxies)
        {
            builder.Services.AddRequestLimits(proxies);
            builder.Services.AddScanCounts();
        }

        var app = builder.Build();
        installation.Log.Logger = app.Services.GetRequiredService<ILogger<PublicationLog>>();
        app.UseStoryprintWeb(options.CachesPages, isLimited: options.TrustedProxies is not null);
        return app;
    }

    /// <summary>Logs this level and above to the console, a line each.</summary>
    public static void AddPlainLog(ILoggingBuilder logging, LogLevel level) => logging.SetMinimumLevel(level).AddSimpleConsole(options => options.SingleLine = true);
}

/// <summary>Options of a site.</summary>
/// <param name="Publication">The publication as shown on the pages; its address may differ from the installation's.</param>
public sealed record SiteOptions(CurrentPublication Publication)
{
    /// <summary>Whether the pages are for an archive on a disk, without search and without today's date.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Whether changes of settings come in force while the site runs.</summary>
    public bool FollowsSettings { get; init; }

    /// <summary>Whether pages are cached in memory.</summary>
    public bool CachesPages { get; init; }

    /// <summary>
    /// Set where everybody may ask over HTTP: requests are limited then, and these proxies' word on a reader's address is taken. Null where this
    /// process asks for itself.
    /// </summary>
    public IReadOnlyList<IPNetwork>? TrustedProxies { get; init; }
}
