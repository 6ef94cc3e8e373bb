using Storyprint.Newsroom.Witnesses;
using Storyprint.Web;

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
    public static WebApplication Make(Installation installation, string host, int port, WitnessPace? pace = null)
    {
        // The empty builder: no watched configuration files, no content root to scan; a start costs what it uses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls($"http://{host}:{port}");
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 1 << 20;
        });
        builder.Services.AddRouting();
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddStoryprintWeb(installation.Publication, installation.Database, installation.Log, installation.Media, installation.TextsFolder);
        if (!installation.Witnesses.IsEmpty)
        {
            builder.Services.AddSingleton(pace ?? WitnessPace.Usual).AddSingleton<WitnessClient>();
            builder.Services.AddSingleton(provider => installation.AskWitnesses(provider.GetRequiredService<WitnessClient>()));
            builder.Services.AddHostedService<WitnessWorker>();
        }

        var app = builder.Build();
        app.UseRouting();
        app.UseStoryprintWeb();
        return app;
    }
}
