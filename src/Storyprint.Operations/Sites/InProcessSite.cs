using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Storyprint.Stories.Editions;
using Storyprint.Web.Serving;

namespace Storyprint.Operations.Sites;

/// <summary>
/// The site of an installation, asked without a socket: the same routes, middleware and pages that readers get, for whatever needs them
/// by the thousand.
/// </summary>
internal sealed class InProcessSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Server server;
    private readonly string host;

    private InProcessSite(WebApplication app, Server server, string host) => (this.app, this.server, this.host) = (app, server, host);

    /// <summary>What the site is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <param name="publication">The publication as the pages shall name it; its address may be another than the installation's.</param>
    /// <param name="isCopy">Whether the pages are for a copy on a disk, where nothing can be searched and no day is today.</param>
    public static async Task<InProcessSite> StartAsync(Installation installation, Publication publication, bool isCopy, CancellationToken cancellation)
    {
        var server = new Server();
        var app = SiteApplication.Create(installation, new SiteOptions(publication) { IsCopy = isCopy }, builder =>
        {
            builder.WebHost.UseServer(server);
            SiteApplication.AddPlainLog(builder.Logging, LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        });
        await app.StartAsync(cancellation);
        return new InProcessSite(app, server, publication.PublicAddress.Host);
    }

    /// <param name="target">Path and query as they stand in a link: percent-encoded.</param>
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

        // A reader who goes away gets half an answer, and the site minds it not; here it must not be taken for a whole one.
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

/// <summary>What the site answered.</summary>
/// <param name="Location">Where a redirect leads; empty where it is none.</param>
public sealed record SiteReply(int Status, string MediaType, string Location, ReadOnlyMemory<byte> Body)
{
    public bool IsPage => MediaType.StartsWith("text/html", StringComparison.Ordinal);

    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 && Location.Length > 0;
}
