using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Storyprint.Storage.Engine;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Tests.Web.Serving;

/// <summary>A database that is away, with a clock that the test moves.</summary>
public sealed class DatabaseOutageMiddlewareTests(TestPublication publication) : IClassFixture<TestPublication>, IDisposable
{
    // Never asked.
    private readonly PostgresDatabase database = new("Host=127.0.0.1;Username=nobody;Database=none");
    private readonly SteppedTime time = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_reader_waits_for_a_database_that_comes_back()
    {
        var tries = 0;
        var context = Request("GET");
        await Middleware().InvokeAsync(context, at => ++tries < 3 ? throw new NpgsqlException("away") : at.Response.WriteAsync("a page"));
        Assert.Equal((3, StatusCodes.Status200OK), (tries, context.Response.StatusCode));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Who_waited_his_time_or_would_change_something_is_asked_to_come_back(string method)
    {
        var tries = 0;
        var context = Request(method);
        await Middleware().InvokeAsync(context, _ =>
        {
            tries++;
            time.Pass(DatabaseOutageMiddleware.LongestWait);
            throw new NpgsqlException("away");
        });
        Assert.Equal((1, StatusCodes.Status503ServiceUnavailable, "10"), (tries, context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_nobody_to_wait_for() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Middleware().InvokeAsync(Request("GET"), _ => throw new InvalidOperationException()));

    [Fact]
    public async Task FaultMiddleware_tells_the_reader_a_number_and_leaves_a_database_that_is_away_to_the_other()
    {
        var faults = new FaultMiddleware(database, Get<PageContextFactory>(), Get<SiteResponses>(), NullLogger<FaultMiddleware>.Instance);
        var context = Request("GET");
        await faults.InvokeAsync(context, _ => throw new InvalidOperationException());
        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        await Assert.ThrowsAsync<NpgsqlException>(() => faults.InvokeAsync(Request("GET"), _ => throw new NpgsqlException("away")));
    }

    private DatabaseOutageMiddleware Middleware() =>
        new(database, Get<PageContextFactory>(), Get<SiteResponses>(), time, NullLogger<DatabaseOutageMiddleware>.Instance);

    private T Get<T>()
        where T : notnull => publication.Services.GetRequiredService<T>();

    private DefaultHttpContext Request(string method) => new()
    {
        RequestServices = publication.Services,
        Request = { Method = method, Path = "/en", Scheme = "http", Host = new HostString("localhost") },
        Response = { Body = new MemoryStream() },
    };

    private sealed class SteppedTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan span) => now += span.Ticks;
    }
}
