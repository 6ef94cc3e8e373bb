using Storyprint.Web.Serving.Pages;

namespace Storyprint.Tests.Web.Serving.Pages;

public sealed class RenderingsTests
{
    private readonly Renderings renderings = new();
    private readonly TaskCompletionSource<RenderedAnswer> rendering = new();
    private int begun;

    [Fact]
    public async Task However_many_ask_at_once_a_page_is_rendered_once()
    {
        var joined = 0;
        var all = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
        {
            var answer = renderings.JoinAsync("/", RenderAsync);
            Interlocked.Increment(ref joined);
            return answer;
        })));
        await Patience.UntilAsync(() => Volatile.Read(ref joined) == 100);
        rendering.SetResult(Gone);
        Assert.All(await all, answer => Assert.Same(Gone, answer));
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task A_fault_is_told_to_those_who_waited_and_the_next_who_asks_begins_anew()
    {
        var first = renderings.JoinAsync("/", RenderAsync);
        var second = renderings.JoinAsync("/", RenderAsync);
        rendering.SetException(new InvalidOperationException("The database is gone."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Same(Gone, await renderings.JoinAsync("/", () => Task.FromResult(Gone)));
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task One_who_goes_away_takes_the_page_from_nobody_else()
    {
        using var leaves = new CancellationTokenSource();
        var first = renderings.JoinAsync("/", RenderAsync).WaitAsync(leaves.Token);
        var second = renderings.JoinAsync("/", RenderAsync);
        await leaves.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => first);
        rendering.SetResult(Gone);
        Assert.Same(Gone, await second);
    }

    [Fact]
    public void Whoever_asks_after_a_release_does_not_join_what_began_before_it()
    {
        _ = renderings.JoinAsync("/", RenderAsync);
        renderings.Part();
        _ = renderings.JoinAsync("/", RenderAsync);
        Assert.Equal(2, begun);
    }

    private static RenderedAnswer Gone { get; } = new RenderedAnswer.Other(410, [], default);

    private Task<RenderedAnswer> RenderAsync()
    {
        Interlocked.Increment(ref begun);
        return rendering.Task;
    }
}
