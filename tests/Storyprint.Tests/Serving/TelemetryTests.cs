using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Storyprint.Newsroom.Releases;
using Storyprint.Serving;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Serving;

public sealed class TelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_releases_and_the_log_reach_a_collector_where_one_is_named()
    {
        await using var collector = await Collector.StartAsync();
        using var small = await SmallInstallation.CreateAsync();
        await using var app = WebHost.Create(small.Installation, new ServeSettings
        {
            Host = "127.0.0.1",
            Port = 0,
            Telemetry = new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            },
        });
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await client.GetStringAsync("/", Cancellation);
        var store = new ReleaseStore(small.Installation.Database, small.Installation.Log, TimeProvider.System);
        Assert.IsType<ReleaseOutcome.Done>(await new PublishStory(store, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text("Counted"), Slug.From("counted"), null, null, Cancellation));
        await collector.HearsAsync("/v1/traces", "http.request.method", "storyprint.kind", "publish", "storyprint.means", "command_line", TestActor.Editor.Actor);
        await collector.HearsAsync("/v1/metrics", "http.server.request.duration", "storyprint.releases.duration", "means", "command_line", "storyprint.log.size");
    }

    [Fact]
    public void Nothing_is_wanted_where_no_collector_is_named()
    {
        Assert.False(Telemetry.IsWanted(new Dictionary<string, string> { ["OTEL_SERVICE_NAME"] = "news" }));
        Assert.False(Telemetry.IsWanted(new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://c:4318", ["OTEL_SDK_DISABLED"] = "true" }));
        Assert.True(Telemetry.IsWanted(new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://c:4318" }));
    }

    /// <summary>A collector that keeps what it is sent. Names stand as plain UTF-8 in the messages.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> heard = [];

        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                collector.heard.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
            });
            await app.StartAsync(Cancellation);
            return collector;
        }

        public async Task HearsAsync(string path, params string[] words)
        {
            foreach (var word in words)
            {
                await Polling.UntilAsync(() => Heard(word), word);
            }

            bool Heard(string word) => heard.Any(each => each.Path == path && each.Body.Contains(word, StringComparison.Ordinal));
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
