using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storyprint.Serving;
using Storyprint.Serving.Health;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Serving;

public sealed class HealthTests
{
    private static readonly ServeSettings Settings = new() { Host = "127.0.0.1", Port = 0, LogLevel = Microsoft.Extensions.Logging.LogLevel.None };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_can_serve_says_so_to_whoever_asks_and_to_no_cache()
    {
        using var small = await SmallInstallation.CreateAsync();
        await using var app = WebHost.Create(small.Installation, Settings);
        using var client = await StartAsync(app);
        foreach (var (path, word) in (IEnumerable<(string, string)>)[("/health/live", "alive\n"), ("/health/ready", "ready\n")])
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal((HttpStatusCode.OK, word), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
            Assert.Equal(word.Length, head.Content.Headers.ContentLength);
            using var post = await client.PostAsync(path, null, Cancellation);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_log_that_can_be_read_a_node_lives_and_is_not_ready_and_tells_nothing_secret()
    {
        using var small = await SmallInstallation.CreateAsync();
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE log_head SET checkpoint = x'00'", Cancellation);
        }

        await using var app = WebHost.Create(small.Installation, Settings);
        using var client = await StartAsync(app);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancellation)).StatusCode);
        await AssertNotReadyAsync(client, ReadinessCheck.NoLog);
    }

    [Fact]
    public async Task A_mark_that_could_not_be_written_is_told_to_whoever_asks_and_readers_are_served()
    {
        using var small = await SmallInstallation.CreateAsync();
        await using var app = WebHost.Create(small.Installation, Settings);
        using var client = await StartAsync(app);
        Assert.Equal("ready\n", await client.GetStringAsync("/health/ready", Cancellation));
        await small.BlockMarkAsync();
        var said = string.Empty;
        while (!said.Contains("lags 1 entries", StringComparison.Ordinal))
        {
            using var answer = await client.GetAsync("/health/ready", Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            said = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.StartsWith("ready\n", said, StringComparison.Ordinal);
            await Task.Delay(50, Cancellation);
        }
    }

    [Fact]
    public async Task Without_a_database_a_node_is_not_ready()
    {
        using var small = await SmallInstallation.CreateAsync();
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("ALTER TABLE log_head RENAME TO elsewhere", Cancellation);
        }

        await using var app = WebHost.Create(small.Installation, Settings);
        using var client = await StartAsync(app);
        await AssertNotReadyAsync(client, ReadinessCheck.NoAnswer);
    }

    [Fact]
    public async Task A_stop_finishes_the_requests_that_run_and_says_meanwhile_that_the_node_is_not_ready()
    {
        using var small = await SmallInstallation.CreateAsync();
        var slow = new SlowRequest();
        await using var app = WebHost.Create(
            small.Installation, Settings with { Shutdown = new() { Drain = TimeSpan.FromSeconds(2) } }, web => web.ConfigureServices(services => services.AddSingleton<IStartupFilter>(slow)));
        using var client = await StartAsync(app);
        var answer = client.GetStringAsync("/slow", Cancellation);
        await slow.Begun;
        var stopped = app.StopAsync(Cancellation);
        await AssertNotReadyAsync(client, ReadinessCheck.Stopping);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancellation)).StatusCode);

        // Behind the drain nobody new is let in, and the one inside is waited for.
        await Task.Delay(TimeSpan.FromSeconds(2.5), Cancellation);
        using var late = new HttpClient { BaseAddress = client.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => late.GetAsync("/health/live", Cancellation));
        Assert.False(stopped.IsCompleted);
        slow.Finish();
        Assert.Equal("done", await answer);
        await stopped;
    }

    [Fact]
    public async Task A_request_that_does_not_come_to_its_end_is_cut_off_when_patience_is_over()
    {
        using var small = await SmallInstallation.CreateAsync();
        var slow = new SlowRequest();
        await using var app = WebHost.Create(
            small.Installation, Settings with { Shutdown = new() { RequestTimeout = TimeSpan.FromSeconds(1) } }, web => web.ConfigureServices(services => services.AddSingleton<IStartupFilter>(slow)));
        using var client = await StartAsync(app);
        var answer = client.GetStringAsync("/slow", Cancellation);
        await slow.Begun;
        await app.StopAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task A_container_can_ask_the_program_itself_whether_it_is_ready()
    {
        using var small = await SmallInstallation.CreateAsync();
        var app = WebHost.Create(small.Installation, Settings);
        using var client = await StartAsync(app);
        Assert.Equal(0, await AskAsync(client.BaseAddress!));
        await app.DisposeAsync();
        Assert.Equal(1, await AskAsync(client.BaseAddress!));
        static Task<int> AskAsync(Uri address) => new System.CommandLine.RootCommand { Storyprint.Commands.HealthCommand.Create() }.Parse(["health", address.ToString()]).InvokeAsync(cancellationToken: Cancellation);
    }

    [Theory]
    [InlineData("STORYPRINT_LOG_FORMAT", "xml")]
    [InlineData("STORYPRINT_LOG_LEVEL", "loud")]
    [InlineData("STORYPRINT_LOG_LEVEL", "3")]
    [InlineData("STORYPRINT_DRAIN", "5s")]
    [InlineData("STORYPRINT_DRAIN", "100000")]
    public void A_setting_that_cannot_be_used_is_named(string variable, string value)
    {
        var (settings, problem) = ServeSettings.Read("127.0.0.1", 0, name => name == variable ? value : null);
        Assert.Null(settings);
        Assert.Contains(variable, problem, StringComparison.Ordinal);
        Assert.Contains(value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_come_from_the_environment()
    {
        var (settings, _) = ServeSettings.Read("::1", 8080, name => name switch { "STORYPRINT_LOG_FORMAT" => "json", "STORYPRINT_LOG_LEVEL" => "information", "STORYPRINT_DRAIN" => "5", _ => null });
        Assert.Equal((true, Microsoft.Extensions.Logging.LogLevel.Information, 5, "http://[::1]:8080"),
            (settings!.LogsJson, settings.LogLevel, (int)settings.Shutdown.Drain.TotalSeconds, settings.Address));
    }

    private static async Task<HttpClient> StartAsync(WebApplication app)
    {
        await app.StartAsync(Cancellation);
        return new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    private static async Task AssertNotReadyAsync(HttpClient client, string problem)
    {
        using var answer = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, problem + "\n"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private sealed class SlowRequest : IStartupFilter
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public void Finish() => finished.TrySetResult();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/slow", slow => slow.Run(async context =>
            {
                begun.TrySetResult();
                await finished.Task;
                await context.Response.WriteAsync("done", CancellationToken.None);
            }));
            next(app);
        };
    }
}
