using System.Net.Sockets;
using Storyprint.Mail.Smtp;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.NewsroomPages.Health;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Setup;
using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Operations.Doctor;
using Storyprint.Operations.Imports;
using Storyprint.Operations.Sites;
using Storyprint.People.Notices;
using Storyprint.Serving.Health;
using Storyprint.Storage;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;
using Storyprint.Web.SocialImages;

namespace Storyprint.Serving;

/// <summary>The web server of the program.</summary>
internal static partial class WebHost
{
    private const string Announcements = "Storyprint.Start";

    /// <param name="ready">Completes when the database can be queried.</param>
    /// <param name="pages">Pages to list once the server is listening, with their paths.</param>
    public static async Task<int> RunAsync(
        Installation installation, string host, int port, Task ready, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellation)
    {
        var (settings, problem) = ServeSettings.Read(host, port, Environment.GetEnvironmentVariable);
        if (settings is null)
        {
            await ready;
            return await CommandError.WriteAsync(problem);
        }

        await using var app = Create(installation, settings with { Telemetry = Telemetry.Variables() });
        await ready;
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            return await CommandError.WriteAsync($"Port {port} on {host} cannot be used: {taken.Message} Another one: --port {port + 1}");
        }

        var address = app.Urls.First();
        if (settings.LogsJson)
        {
            // JSON logs contain no line that is not JSON.
            LogServing(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Announcements), installation.Publication.MainEdition.Name, address);
        }
        else
        {
            Show(installation, address, [.. pages, ("Newsroom", NewsroomOrigin.SharedPath)]);
            await FirstAdministratorLink.TellAsync(installation, new Uri(address).Port, Console.Out, cancellation);
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>Creates the application without starting it; port 0 takes any free one.</summary>
    public static WebApplication Create(Installation installation, string host, int port, WitnessIntervals? intervals = null) =>
        Create(installation, new ServeSettings { Host = host, Port = port, WitnessIntervals = intervals ?? WitnessIntervals.Usual });

    /// <param name="also">Additional configuration of the host, such as services of a test.</param>
    public static WebApplication Create(Installation installation, ServeSettings settings, Action<IWebHostBuilder>? also = null)
    {
        var options = new SiteOptions(installation.Current)
        {
            FollowsSettings = true,
            CachesPages = settings.CachesPages,
            TrustedProxies = settings.TrustedProxies,
        };
        var app = SiteApplication.Create(installation, options, builder =>
        {
            builder.WebHost.UseKestrelCore().UseUrls(settings.Address);
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.ConfigureEndpointDefaults(IriRequestReader.Use);
                kestrel.Limits.MaxRequestBodySize = 1 << 20;
            });
            AddLog(builder.Logging, settings);
            AddNewsroomRuns(builder.Services, installation, settings.Uploads);
            AddWorkers(builder.Services, installation);
            AddSchedule(builder.Services);
            AddWitnesses(builder.Services, installation, settings.WitnessIntervals);
            AddHealth(builder.Services, installation, settings);
            if (Telemetry.IsWanted(settings.Telemetry))
            {
                Telemetry.Add(builder.WebHost, settings.Telemetry);
            }

            builder.Services.AddSingleton<IStartupFilter, NewsroomBranch.HostFilter>();
            also?.Invoke(builder.WebHost);
        });
        NewsroomOf(installation, app.Services).Map(app);
        return app;
    }

    // Nothing of it is made before somebody knocks.
    internal static NewsroomBranch NewsroomOf(Installation installation, IServiceProvider site, PublicationSetup? setup = null) => new(() => new NewsroomParts
    {
        Publication = installation.Current,
        Database = installation.Database,
        Stores = site.GetRequiredService<Stores>(),
        Assets = site.GetRequiredService<PageAssets>(),
        Contexts = site.GetRequiredService<PageContextFactory>(),
        Renderer = site.GetRequiredService<PageRenderer>(),
        FrontPages = site.GetRequiredService<FrontPageHandler>(),
        Releases = site.GetRequiredService<ReleaseStore>(),
        Media = site.GetRequiredService<MediaStore>(),
        Previews = new StoryPreview(
            installation.Stores.Stories, site.GetRequiredService<StoryPageHandler>(), site.GetRequiredService<PrintPageHandler>(), site.GetRequiredService<SocialImageHandler>(),
            site.GetRequiredService<TimeProvider>()),
        Loggers = site.GetRequiredService<ILoggerFactory>(),
        Clock = site.GetRequiredService<TimeProvider>(),
        Setup = setup,
        ExamineAsync = async cancellation => [.. (await new ExamineInstallation(new DoctorOptions(installation.Folder, "127.0.0.1", 0, IsFull: false, IsOnline: false, null), TimeProvider.System).RunAsync(cancellation))
            .Select(finding => new HealthFinding((int)finding.Severity, finding.Point, finding.Sentence, finding.Advice))],
        KeyFolder = installation.Keys.Folder,
        MailPassword = Environment.GetEnvironmentVariable(SmtpServerSettings.PasswordVariable),
        Installation = installation,
        Backups = site.GetRequiredService<BackupRuns>(),
        Imports = site.GetRequiredService<ImportRuns>(),
    });

    /// <summary>What goes on in the background when somebody of the newsroom has started it.</summary>
    internal static void AddNewsroomRuns(IServiceCollection services, Installation installation, UploadLimits uploads)
    {
        services.AddSingleton(provider => new BackupRuns(installation, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<BackupRuns>>()));
        services.AddSingleton(provider => new ImportRuns(
            installation, new ImportJobs(Path.Combine(installation.Folder, "imports"), provider.GetRequiredService<TimeProvider>(), uploads),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ImportRuns>>()));
    }

    private static void AddWorkers(IServiceCollection services, Installation installation)
    {
        services.AddHostedService(provider => new NightlySweepService(
            installation, provider.GetRequiredService<ImportRuns>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<NightlySweepService>>()));
        services.AddHostedService(provider => new NewsroomMailService(
            installation, provider, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<NewsroomMailService>>()));
        services.AddHostedService(provider => new PictureExaminerService(
            installation, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PictureExaminerService>>()));
        services.AddHostedService(provider => new DatabaseMaintenanceService(
            installation.Database, provider.GetRequiredService<LogStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DatabaseMaintenanceService>>()));
    }

    private static void AddSchedule(IServiceCollection services)
    {
        services.AddSingleton<ReleaseDueStories>().AddSingleton<ScheduleNotices>();
        services.AddHostedService<ScheduledReleaseService>();
    }

    private static void AddWitnesses(IServiceCollection services, Installation installation, WitnessIntervals intervals)
    {
        // Made at each use: the settings may name other witnesses by then.
        services.AddSingleton(intervals).AddSingleton<WitnessClient>();
        services.AddSingleton<Func<RequestCosignatures?>>(provider => () => installation.Witnesses.IsEmpty
            ? null
            : installation.RequestCosignatures(provider.GetRequiredService<WitnessClient>(), provider.GetRequiredService<ILogger<RequestCosignatures>>()));
        services.AddHostedService<WitnessService>();
        services.AddSingleton<WitnessClock>(provider => cancellation =>
            provider.GetRequiredService<Func<RequestCosignatures?>>()() is { } witnesses ? witnesses.ClockAsync(cancellation) : Task.FromResult<DateTimeOffset?>(null));
    }

    private static void AddHealth(IServiceCollection services, Installation installation, ServeSettings settings)
    {
        services.AddSingleton(new MarkLag(installation.Log));
        services.AddSingleton(provider => new ReadinessCheck(
            provider.GetRequiredService<LogStore>(), provider.GetRequiredService<MarkLag>(), () => installation.Database.WatchProblem, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReadinessCheck>>(), settings.DatabaseLimit));
        services.AddSingleton<IStartupFilter, HealthEndpoints>();
        services.AddHostedService(provider => new GracefulShutdown(
            provider.GetRequiredService<ReadinessCheck>(), provider.GetRequiredService<TimeProvider>(), settings.Shutdown.Drain));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Shutdown.Total);
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
            SiteApplication.AddPlainLog(logging, settings.LogLevel);
        }

        // With this logger off, no activity and no log scope is created for each request, which saves a tenth of a page's processor time. Faults are logged elsewhere.
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
            // A passkey is bound to a name, and a number is none.
            Console.WriteLine($"  {name,-16} {(path == NewsroomOrigin.SharedPath ? address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) : address)}{path}");
        }

        if (installation.Publication.IsDemo)
        {
            Console.WriteLine($"  Links and marks bear the example address {installation.Publication.PublicAddress.Origin}; it is a setting in {Installation.SettingsPath(installation.Folder)}");
        }

        if (PrintMarkCheck.Run(installation.Publication) is { Severity: DoctorSeverity.Warning, Sentence: var sentence })
        {
            Console.WriteLine($"  {sentence}");
        }

        Console.WriteLine("Press Ctrl+C to stop.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Storyprint serves {Publication} on {Address}")]
    private static partial void LogServing(ILogger logger, string publication, string address);
}
