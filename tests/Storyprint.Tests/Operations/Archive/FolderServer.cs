using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>Serves an archive on a free local port, as its README says: folders by their page, 410 for what is in the folder of what is gone.</summary>
internal sealed class FolderServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FolderServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<FolderServer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!.Trim('/');
            var gone = path.Split('/') is ["news", var id, ..] ? $"gone/{id.Split('.')[0]}.html" : path.Split('/') is ["api", "v1", "revisions", var revision] ? $"gone/{revision}.json" : "none";
            context.Response.StatusCode = File.Exists(Path.Combine(folder, gone)) ? 410 : 200;
            string[] files = context.Response.StatusCode == 410 ? [gone] : [path, $"{path}/index.html".TrimStart('/'), $"{path}.json"];
            if (files.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists) is { } found)
            {
                await context.Response.SendFileAsync(found);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        });
        await app.StartAsync();
        return new FolderServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
