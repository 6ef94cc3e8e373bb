using System.Net.Sockets;
using Storyprint.Commands;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Serving.Health;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Web;
using Storyprint.Web.Rendering;

namespace Storyprint.Serving;

/// <summary>The web server of the program.</summary>
internal static partial class WebHost
{
    private const string Announcements = "Storyprint.Start";

    /// <param name="ready">Done when the database can be asked.</param>
    /// <param name="pages">Pages to name when the server stands, with their paths.</param>
    public static async Task<int> RunAsync(
        Installation installation, string host, int port, Task ready, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellation)
    {
        var (settings, problem) = ServeSettings.Read(host, port, Environment.GetEnvironmentVariable);
        if (settings is null)
        {
            await ready;
            return await CommandError.TellAsync(problem);
        }

        await using var app = Make(installation, settings with { Telemetry = Telemetry.Variables() });
        await ready;
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            return await CommandError.TellAsync($"Port {port} on {host} cannot be used: {taken.Message} Another one: --port {port + 1}");
        }

        var address = app.Urls.First();
        if (settings.LogsJson)
        {
            // Whoever reads the log by a program gets no line that is not JSON.
            LogServing(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Announcements), installation.Publication.MainEdition.Name, address);
        }
        else
        {
            Show(installation, address, pages);
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The application, not yet started; port 0 takes any free one.</summary>
    public static WebApplication Make(Installation installation, string host, int port, WitnessIntervals? pace = null) =>
        Make(installation, new ServeSettings { Host = host, Port = port, Pace = pace ?? WitnessIntervals.Usual });

    /// <param name="also">What is added to the host, such as services of a test.</param>
    public static WebApplication Make(Installation installation, ServeSettings settings, Action<IWebHostBuilder>? also = null) =>
        Make(installation, installation.Publication, isCopy: false, settings, web =>
        {
            web.UseKestrelCore().UseUrls(settings.Address);
            web.ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxRequestBodySize = 1 << 20;
            });
            web.ConfigureServices(services => services.AddHostedService(provider => new NightlySweepService(
                installation, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<NightlySweepService>>())));
            web.ConfigureServices(services => services.AddHostedService(provider => new DatabaseMaintenanceService(
                installation.Database, provider.GetRequiredService<LogStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DatabaseMaintenanceService>>())));
            web.ConfigureServices(services => AddSchedule(services, installation));
            web.ConfigureServices(services => AddWitnesses(services, installation, settings.Pace));
            web.ConfigureServices(services => AddHealth(services, installation, settings));
            if (Telemetry.IsWanted(settings.Telemetry))
            {
                Telemetry.Add(web, settings.Telemetry);
            }

            also?.Invoke(web);
        });

    /// <param name="publication">The publication as the pages shall name it.</param>
    /// <param name="isCopy">Whether the pages are for a copy on a disk.</param>
    /// <param name="settings">How the node serves and logs.</param>
    /// <param name="listen">Gives the application its server.</param>
    internal static WebApplication Make(Installation installation, Publication publication, bool isCopy, ServeSettings settings, Action<IWebHostBuilder> listen)
    {
        // The empty builder: no watched configuration files, no content root to scan; a start costs what it uses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        listen(builder.WebHost);
        if (isCopy)
        {
            builder.Services.AddSingleton<CopyOnDisk>();
        }

        builder.Services.AddRouting();
        AddLog(builder.Logging, settings);
        builder.Services.AddStoryprintWeb(publication, installation.Database, installation.Log, installation.Media, installation.TextsFolder);
        var isCached = settings.KeepsPages && publication.PageCacheMegabytes > 0;
        if (isCached)
        {
            builder.Services.AddPageCache();
        }

        var app = builder.Build();
        installation.Log.Logger = app.Services.GetRequiredService<ILogger<PublicationLog>>();
        app.UseStoryprintWeb(isCached);
        return app;
    }

    private static void AddSchedule(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(new ScheduleStore(installation.Database));
        services.AddSingleton(provider => new ReleaseDueStories(
            new ReleaseStore(
                installation.Database, installation.Log, provider.GetRequiredService<TimeProvider>(), logger: provider.GetRequiredService<ILogger<ReleaseStore>>()),
            provider.GetRequiredService<ScheduleStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ScheduledReleaseService>();
    }

    private static void AddWitnesses(IServiceCollection services, Installation installation, WitnessIntervals pace)
    {
        if (!installation.Witnesses.IsEmpty)
        {
            services.AddSingleton(pace).AddSingleton<WitnessClient>();
            services.AddSingleton(provider => installation.RequestCosignatures(provider.GetRequiredService<WitnessClient>(), provider.GetRequiredService<ILogger<RequestCosignatures>>()));
            services.AddHostedService<WitnessService>();
        }
    }

    private static void AddHealth(IServiceCollection services, Installation installation, ServeSettings settings)
    {
        services.AddSingleton(new MarkLag(installation.Log));
        services.AddSingleton(provider => new ReadinessCheck(
            provider.GetRequiredService<LogStore>(), provider.GetRequiredService<MarkLag>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReadinessCheck>>(), settings.DatabaseLimit));
        services.AddSingleton<IStartupFilter, HealthEndpoints>();
        services.AddHostedService(provider => new GracefulShutdown(
            provider.GetRequiredService<ReadinessCheck>(), provider.GetRequiredService<TimeProvider>(), settings.Drain));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Drain + settings.Patience);
    }

    private static void AddLog(ILoggingBuilder logging, ServeSettings settings)
    {
        logging.SetMinimumLevel(settings.LogLevel).AddFilter(Announcements, LogLevel.Information);
        if (settings.LogsJson)
        {
            logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        else
        {
            logging.AddSimpleConsole(options => options.SingleLine = true);
        }

        // Where this one writes nothing, no activity and no scope is made for a request: a tenth of a page's processor time. Faults are told by others.
        if (settings.LogLevel > LogLevel.Information)
        {
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        }
    }

    private static void Show(Installation installation, string address, IReadOnlyList<(string Name, string Path)> pages)
    {
        Console.WriteLine($"Storyprint serves {installation.Publication.MainEdition.Name} on {address}");
        foreach (var (name, path) in pages)
        {
            Console.WriteLine($"  {name,-16} {address}{path}");
        }

        if (installation.Publication.IsDemo)
        {
            Console.WriteLine($"  Links and marks bear the example address {installation.Publication.PublicAddress.Origin}; it is a setting in {Installation.SettingsPath(installation.Folder)}");
        }

        Console.WriteLine("Press Ctrl+C to stop.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Storyprint serves {Publication} on {Address}")]
    private static partial void LogServing(ILogger logger, string publication, string address);
}
