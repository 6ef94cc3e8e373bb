using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Web.Serving;

namespace Storyprint.Operations.Sites;

/// <summary>The site of an installation, requested without a socket: the same routes, middleware and pages that readers get, for thousands of requests.</summary>
internal sealed class InProcessSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Server server;
    private readonly string host;

    private InProcessSite(WebApplication app, Server server, string host) => (this.app, this.server, this.host) = (app, server, host);

    /// <summary>The services of the site.</summary>
    public IServiceProvider Services => app.Services;

    /// <param name="publication">The publication as shown on the pages; its address may differ from the installation's.</param>
    /// <param name="isCopy">Whether the pages are for an archive on a disk, without search and without today's date.</param>
    public static async Task<InProcessSite> StartAsync(Installation installation, Publication publication, bool isCopy, CancellationToken cancellation)
    {
        var server = new Server();
        var app = SiteApplication.Create(installation, new SiteOptions(new CurrentPublication(publication)) { IsCopy = isCopy }, builder =>
        {
            builder.WebHost.UseServer(server);
            SiteApplication.AddPlainLog(builder.Logging, LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        });
        await app.StartAsync(cancellation);
        return new InProcessSite(app, server, publication.PublicAddress.Host);
    }

    /// <param name="target">The path and query as in a link, percent-encoded.</param>
    public async Task<SiteReply> AskAsync(string target, CancellationToken cancellation)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        using var body = new MemoryStream();
        var taken = new InProcessCapture();
        var response = new HttpResponseFeature();
        var request = new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = "https",
            Protocol = HttpProtocol.Http11,
            Path = Uri.UnescapeDataString(path),
            QueryString = query < 0 ? string.Empty : target[query..],
            RawTarget = target,
        };
        request.Headers.Host = host;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(taken);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellation });
        await server.AnswerAsync(features);

        // For an aborted request the site ends a response early without an error; here that must not pass for a whole one.
        cancellation.ThrowIfCancellationRequested();
        return new SiteReply(
            response.StatusCode, response.Headers.ContentType.ToString(), response.Headers.Location.ToString(),
            taken.Body ?? body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Server : IServer
    {
        private Func<IFeatureCollection, Task>? answer;

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task AnswerAsync(IFeatureCollection request) => answer!(request);

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull
        {
            answer = async features =>
            {
                var context = application.CreateContext(features);
                try
                {
                    await application.ProcessRequestAsync(context);
                    application.DisposeContext(context, null);
                }
                catch (Exception fault)
                {
                    application.DisposeContext(context, fault);
                    throw;
                }
            };
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}

/// <summary>A response of the site.</summary>
/// <param name="Location">The target of a redirect; otherwise empty.</param>
public sealed record SiteReply(int Status, string MediaType, string Location, ReadOnlyMemory<byte> Body)
{
    public bool IsPage => MediaType.StartsWith("text/html", StringComparison.Ordinal);

    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 && Location.Length > 0;
}
