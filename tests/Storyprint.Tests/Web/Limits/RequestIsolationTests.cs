using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Limits;

/// <summary>One request of each class at work and one that waits.</summary>
public sealed class RequestIsolationTests : IClassFixture<TestPublication>, IDisposable
{
    private readonly TestPublication publication;
    private readonly RequestLimitMetrics metrics = new();
    private readonly RequestIsolation isolation;
    private readonly TaskCompletionSource go = new();

    public RequestIsolationTests(TestPublication publication)
    {
        this.publication = publication;
        isolation = new RequestIsolation(
            requestClass => new RequestBound(1, 1, 1, requestClass == RequestClass.Picture ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromMinutes(5)),
            publication.Services.GetRequiredService<BusyResponses>(), metrics);
    }

    public void Dispose()
    {
        isolation.Dispose();
        metrics.Dispose();
    }

    [Fact]
    public async Task What_is_over_the_bound_is_told_at_once_to_come_again_in_its_language_and_other_classes_go_on()
    {
        var (atWork, waits, over) = (Request(RequestClass.Search), Request(RequestClass.Search), Request(RequestClass.Search, "/fa/search"));
        var first = isolation.InvokeAsync(atWork, WaitAsync);
        var second = isolation.InvokeAsync(waits, WaitAsync);
        await isolation.InvokeAsync(over, WaitAsync);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, over.Response.StatusCode);
        Assert.InRange(int.Parse(over.Response.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 10);
        Assert.Contains("خوانندگان بسیاری", Body(over), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", over.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", over.Response.Headers.CacheControl);

        var page = Request(RequestClass.Page);
        await isolation.InvokeAsync(page, context => context.Response.WriteAsync("a page"));
        Assert.Equal("a page", Body(page));
        go.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(("done", "done"), (Body(atWork), Body(waits)));
    }

    [Fact]
    public async Task A_reader_who_leaves_stops_the_work_or_gives_up_the_place_in_the_queue()
    {
        using var leaves = new CancellationTokenSource();
        var (atWork, waits) = (Request(RequestClass.Search), Request(RequestClass.Search));
        (atWork.RequestAborted, waits.RequestAborted) = (leaves.Token, leaves.Token);
        var stopped = new TaskCompletionSource();
        var first = isolation.InvokeAsync(atWork, async context =>
        {
            using var registration = context.RequestAborted.Register(stopped.SetResult);
            await stopped.Task;
            context.RequestAborted.ThrowIfCancellationRequested();
        });
        var second = isolation.InvokeAsync(waits, WaitAsync);
        await leaves.CancelAsync();
        await Task.WhenAll(first, second, stopped.Task);
        var next = Request(RequestClass.Search);
        await isolation.InvokeAsync(next, context => context.Response.WriteAsync("served"));
        Assert.Equal("served", Body(next));
    }

    [Fact]
    public async Task What_takes_too_long_is_stopped_and_nothing_of_it_is_sent()
    {
        var context = Request(RequestClass.Picture);
        await isolation.InvokeAsync(context, async slow =>
        {
            await slow.Response.WriteAsync("half of it");
            await Task.Delay(Timeout.Infinite, slow.RequestAborted);
        });
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.DoesNotContain("half of it", Body(context), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_slowly_holds_no_place()
    {
        var slow = Request(RequestClass.Search);
        var reads = new TaskCompletionSource();
        slow.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new SlowStream(reads.Task)));
        var first = isolation.InvokeAsync(slow, context => context.Response.WriteAsync("long"));
        for (var number = 0; number < 5; number++)
        {
            var next = Request(RequestClass.Search);
            await isolation.InvokeAsync(next, context => context.Response.WriteAsync("served"));
            Assert.Equal("served", Body(next));
        }

        Assert.False(first.IsCompleted);
        reads.SetResult();
        await first;
    }

    [Fact]
    public async Task A_fault_comes_out_and_the_place_is_free_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => isolation.InvokeAsync(Request(RequestClass.Search), _ => throw new InvalidOperationException("no")));
        var next = Request(RequestClass.Search);
        await isolation.InvokeAsync(next, context => context.Response.WriteAsync("served"));
        Assert.Equal("served", Body(next));
    }

    private async Task WaitAsync(HttpContext context)
    {
        await go.Task;
        await context.Response.WriteAsync("done");
    }

    private DefaultHttpContext Request(RequestClass requestClass, string path = "/en/search")
    {
        var context = new DefaultHttpContext { RequestServices = publication.Services };
        (context.Request.Method, context.Request.Path, context.Response.Body) = (HttpMethods.Get, path, new MemoryStream());
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new RequestClassMetadata(requestClass)), null));
        return context;
    }

    private static string Body(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class SlowStream(Task reads) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await reads;
    }
}
