using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Web;
using Storyprint.Web.Rendering;

namespace Storyprint.Serving;

/// <summary>The web server of the program.</summary>
internal static class WebHost
{
    /// <param name="pages">Pages to name when the server stands, with their paths.</param>
    public static async Task<int> RunAsync(
        Installation installation, string host, int port, IReadOnlyList<(string Name, string Path)> pages, CancellationToken cancellation)
    {
        await using var app = Make(installation, host, port);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"Port {port} on {host} cannot be used: {taken.Message} Another one: --port {port + 1}");
            return 1;
        }

        var address = app.Urls.First();
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
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The application, not yet started; port 0 takes any free one.</summary>
    public static WebApplication Make(Installation installation, string host, int port, WitnessPace? pace = null) =>
        Make(installation, installation.Publication, isCopy: false, keepsPages: installation.Publication.PageMemory > 0, web =>
        {
            web.UseKestrelCore().UseUrls($"http://{host}:{port}");
            web.ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxRequestBodySize = 1 << 20;
            });
            web.ConfigureServices(services => services.AddHostedService(provider => new NightlySweep(
                installation, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<NightlySweep>>())));
            web.ConfigureServices(services => AddSchedule(services, installation));
            web.ConfigureServices(services => AddWitnesses(services, installation, pace ?? WitnessPace.Usual));
        });

    /// <param name="publication">The publication as the pages shall name it.</param>
    /// <param name="isCopy">Whether the pages are for a copy on a disk.</param>
    /// <param name="keepsPages">Whether pages stay in memory for the next who asks.</param>
    /// <param name="listen">Gives the application its server.</param>
    internal static WebApplication Make(Installation installation, Publication publication, bool isCopy, bool keepsPages, Action<IWebHostBuilder> listen)
    {
        // The empty builder: no watched configuration files, no content root to scan; a start costs what it uses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        listen(builder.WebHost);
        if (isCopy)
        {
            builder.Services.AddSingleton<CopyOnDisk>();
        }

        builder.Services.AddRouting();
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // Where this one writes nothing, no activity and no scope is made for a request: a tenth of a page's processor time. Faults are told by others.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddStoryprintWeb(publication, installation.Database, installation.Log, installation.Media, installation.TextsFolder);
        if (keepsPages)
        {
            builder.Services.AddKeptPages();
        }

        var app = builder.Build();
        app.UseStoryprintWeb(keepsPages);
        return app;
    }

    private static void AddSchedule(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(new ScheduleStore(installation.Database));
        services.AddSingleton(provider => new ReleaseDueStories(
            new ReleaseStore(installation.Database, installation.Log, provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<ScheduleStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ScheduleWorker>();
    }

    private static void AddWitnesses(IServiceCollection services, Installation installation, WitnessPace pace)
    {
        if (!installation.Witnesses.IsEmpty)
        {
            services.AddSingleton(pace).AddSingleton<WitnessClient>();
            services.AddSingleton(provider => installation.AskWitnesses(provider.GetRequiredService<WitnessClient>()));
            services.AddHostedService<WitnessWorker>();
        }
    }
}
