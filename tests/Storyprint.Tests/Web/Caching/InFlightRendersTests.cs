using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class InFlightRendersTests
{
    private readonly InFlightRenders renderings = new();
    private readonly TaskCompletionSource<RenderResult> rendering = new();
    private CancellationToken given;
    private int begun;

    [Fact]
    public async Task However_many_ask_at_once_a_page_is_rendered_once()
    {
        var joined = 0;
        var all = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
        {
            var answer = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
            Interlocked.Increment(ref joined);
            return answer;
        })));
        await Polling.UntilAsync(() => Volatile.Read(ref joined) == 100);
        rendering.SetResult(Gone);
        Assert.All(await all, answer => Assert.Same(Gone, answer));
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task A_fault_is_told_to_those_who_waited_and_the_next_who_asks_begins_anew()
    {
        var first = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
        var second = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
        rendering.SetException(new InvalidOperationException("The database is gone."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Same(Gone, await renderings.GetOrStartAsync("/", _ => Task.FromResult(Gone), TestContext.Current.CancellationToken));
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task One_who_goes_away_takes_the_page_from_nobody_else()
    {
        using var leaves = new CancellationTokenSource();
        var first = renderings.GetOrStartAsync("/", RenderAsync, leaves.Token);
        var second = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
        await leaves.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => first);
        rendering.SetResult(Gone);
        Assert.Same(Gone, await second);
    }

    [Fact]
    public void Whoever_asks_after_a_release_does_not_join_what_began_before_it()
    {
        _ = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
        renderings.DetachAll();
        _ = renderings.GetOrStartAsync("/", RenderAsync, TestContext.Current.CancellationToken);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task A_page_that_nobody_waits_for_any_more_is_not_rendered_on()
    {
        using var leaves = new CancellationTokenSource();
        var first = renderings.GetOrStartAsync("/", RenderAsync, leaves.Token);
        var second = renderings.GetOrStartAsync("/", RenderAsync, leaves.Token);
        Assert.False(given.IsCancellationRequested);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(given.IsCancellationRequested);
        Assert.Same(Gone, await renderings.GetOrStartAsync("/", _ => Task.FromResult(Gone), TestContext.Current.CancellationToken));
    }

    private static RenderResult Gone { get; } = new RenderResult.Other(410, [], default);

    private Task<RenderResult> RenderAsync(CancellationToken abandoned)
    {
        given = abandoned;
        Interlocked.Increment(ref begun);
        return rendering.Task;
    }
}
