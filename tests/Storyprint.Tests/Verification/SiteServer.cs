using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Storyprint.Tests.Verification;

/// <summary>Serves a made-up publication on a free local port. What <c>before</c> answers is not looked up.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;
    private int atOnce;
    private int mostAtOnce;

    private SiteServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public int Requests => requests;

    public int MostAtOnce => mostAtOnce;

    public static async Task<SiteServer> StartAsync(TestSite site, Func<HttpContext, string, Task<bool>>? before = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new SiteServer(app);
        app.Run(async context =>
        {
            server.Count(Interlocked.Increment(ref server.atOnce));
            try
            {
                var address = context.Request.Path.Value!.TrimStart('/');
                if (before is not null && await before(context, address))
                {
                    return;
                }

                context.Response.StatusCode = site.Gone.Contains(address) ? 410 : site.Files.ContainsKey(address) ? 200 : 404;
                if (site.Files.TryGetValue(address, out var bytes))
                {
                    await context.Response.Body.WriteAsync(bytes);
                }
            }
            finally
            {
                Interlocked.Decrement(ref server.atOnce);
            }
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Count(int now)
    {
        Interlocked.Increment(ref requests);
        for (int most; (most = mostAtOnce) < now;)
        {
            Interlocked.CompareExchange(ref mostAtOnce, now, most);
        }
    }
}
