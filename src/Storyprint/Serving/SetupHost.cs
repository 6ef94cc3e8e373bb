using System.Text.Json;
using Storyprint.Files;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Setup;
using Storyprint.Operations;
using Storyprint.Operations.Sites;
using Storyprint.Stories.Editions;
using Storyprint.Verification.Commands;

namespace Storyprint.Serving;

/// <summary>
/// Serves a folder in which there is no publication yet: a link makes the first administrator, who is asked for what a publication needs. Then the settings are written,
/// and the publication is served in its place.
/// </summary>
internal static class SetupHost
{
    // Nobody ever sees it: what is decided takes its place before anything is signed.
    private static readonly Publication Unnamed = new() { Address = "https://publication.invalid", Editions = [new Edition { Language = "en", Name = "Storyprint" }] };

    /// <returns>The port at which the publication is to be served now; null where there is none.</returns>
    public static async Task<int?> RunAsync(string folder, string host, int port, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var installation = Installation.Unset(folder, Unnamed);
        await installation.Database.MigrateAsync(cancellation);
        var (settings, problem) = ServeSettings.Read(host, port, Environment.GetEnvironmentVariable);
        if (settings is null)
        {
            await CommandError.WriteAsync(problem);
            return null;
        }

        var setup = new PublicationSetup();
        await using var app = Create(installation, settings, setup);
        await app.StartAsync(cancellation);
        var bound = new Uri(app.Urls.First()).Port;
        var link = await FirstAdministratorLink.CreateWhereNeededAsync(installation, bound, cancellation);
        Console.WriteLine($"There is no publication in {folder} yet. Open this link, once and within a day, to become its first administrator and to begin it:");
        Console.WriteLine($"  {link ?? $"http://localhost:{bound}{NewsroomOrigin.SharedPath}"}");
        Console.WriteLine($"'storyprint demo --data {folder}' makes a demonstration instead. Press Ctrl+C to stop.");
        using var stopped = cancellation.Register(() => app.Lifetime.StopApplication());
        var ended = await Task.WhenAny(setup.Chosen, app.WaitForShutdownAsync(CancellationToken.None));
        if (ended != setup.Chosen)
        {
            return null;
        }

        // From here on it is a publication, whatever happens next.
        AtomicFile.Write(Installation.SettingsPath(folder), JsonSerializer.SerializeToUtf8Bytes(await setup.Chosen, PublicationJson.Default.Publication));
        await app.StopAsync(CancellationToken.None);
        installation.Database.CloseIdle();
        return bound;
    }

    private static WebApplication Create(Installation installation, ServeSettings settings, PublicationSetup setup)
    {
        var app = SiteApplication.Create(installation, new SiteOptions(installation.Current), builder =>
        {
            builder.WebHost.UseKestrelCore().UseUrls(settings.Address);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
            SiteApplication.AddPlainLog(builder.Logging, settings.LogLevel);
            builder.Services.AddSingleton<IStartupFilter, NothingYet>();
            WebHost.AddNewsroomRuns(builder.Services, installation, settings.Uploads);
        });
        WebHost.NewsroomOf(installation, app.Services, setup).Map(app);
        return app;
    }

    /// <summary>Readers find nothing yet; whoever opens the address in a browser is led to the newsroom.</summary>
    private sealed class NothingYet : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Path.StartsWithSegments(NewsroomOrigin.SharedPath) || context.Request.Path.StartsWithSegments("/assets"))
                {
                    return rest(context);
                }

                context.Response.Redirect(NewsroomOrigin.SharedPath);
                return Task.CompletedTask;
            });
            next(app);
        };
    }
}
