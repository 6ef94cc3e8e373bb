using System.Net;
using Storyprint.Storage.Log;
using Storyprint.Stories.Editions;
using Storyprint.Web;
using Storyprint.Web.Rendering;

namespace Storyprint.Operations.Sites;

/// <summary>The site of an installation as an ASP.NET Core application, whoever serves it: the program over HTTP, or an archive in its own process.</summary>
public static class SiteApplication
{
    /// <param name="configure">Adds the server, the log and whatever else its host has.</param>
    public static WebApplication Create(Installation installation, SiteOptions options, Action<WebApplicationBuilder> configure)
    {
        // The empty builder: no watched configuration files, no content root to scan; a start costs what it uses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        configure(builder);
        if (options.IsCopy)
        {
            builder.Services.AddSingleton<CopyOnDisk>();
        }

        builder.Services.AddRouting();
        builder.Services.AddStoryprintWeb(options.Publication, installation.Database, installation.Log, installation.Media, installation.TextsFolder);
        if (options.CachesPages)
        {
            builder.Services.AddPageCache();
        }

        if (options.TrustedProxies is { } proxies)
        {
            builder.Services.AddRequestLimits(proxies);
        }

        var app = builder.Build();
        installation.Log.Logger = app.Services.GetRequiredService<ILogger<PublicationLog>>();
        app.UseStoryprintWeb(options.CachesPages, isLimited: options.TrustedProxies is not null);
        return app;
    }

    /// <summary>Writes from this level up to the console, a line each.</summary>
    public static void AddPlainLog(ILoggingBuilder logging, LogLevel level) => logging.SetMinimumLevel(level).AddSimpleConsole(options => options.SingleLine = true);
}

/// <summary>How a site is made.</summary>
/// <param name="Publication">The publication as the pages shall name it; its address may be another than the installation's.</param>
public sealed record SiteOptions(Publication Publication)
{
    /// <summary>Whether the pages are for a copy on a disk, where nothing can be searched and no day is today.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Whether pages are cached in memory.</summary>
    public bool CachesPages { get; init; }

    /// <summary>
    /// Set where everybody may ask over HTTP: requests are limited then, and these proxies' word on a reader's address is taken. Null where this
    /// process asks for itself.
    /// </summary>
    public IReadOnlyList<IPNetwork>? TrustedProxies { get; init; }
}
