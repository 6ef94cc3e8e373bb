using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Storyprint.Tests.Provenance.Verification;

/// <summary>Serves a test log over HTTP on a free local port.</summary>
internal sealed class LogServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LogServer(WebApplication app) => this.app = app;

    public string Url => $"{app.Urls.Single()}/log";

    public static async Task<LogServer> StartAsync(TestLog log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!["/log/".Length..];
            context.Response.ContentType = path == "checkpoint" ? "text/plain; charset=utf-8" : "application/octet-stream";
            if (log.Files.TryGetValue(path, out var bytes))
            {
                await context.Response.Body.WriteAsync(bytes);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.StartAsync();
        return new LogServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
