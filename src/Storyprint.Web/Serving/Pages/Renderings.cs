using System.Collections.Concurrent;

namespace Storyprint.Web.Serving.Pages;

/// <summary>The renderings under way: one at a time of each page, however many ask for it.</summary>
internal sealed class Renderings
{
    private volatile ConcurrentDictionary<string, Lazy<Task<RenderedAnswer>>> underWay = new(StringComparer.Ordinal);

    /// <summary>Joins the rendering of a page, or begins it. A fault is told to those who joined, and the next who asks begins anew.</summary>
    public Task<RenderedAnswer> JoinAsync(string key, Func<Task<RenderedAnswer>> render)
    {
        var now = underWay;
        if (now.TryGetValue(key, out var begun))
        {
            return begun.Value;
        }

        Lazy<Task<RenderedAnswer>> mine = null!;
        mine = new Lazy<Task<RenderedAnswer>>(() => RunAsync(now, key, mine, render));
        return now.GetOrAdd(key, mine).Value;
    }

    /// <summary>Nobody joins what is under way any more: whoever asks after a release gets what was read after it.</summary>
    public void Part() => underWay = new ConcurrentDictionary<string, Lazy<Task<RenderedAnswer>>>(StringComparer.Ordinal);

    private static async Task<RenderedAnswer> RunAsync(
        ConcurrentDictionary<string, Lazy<Task<RenderedAnswer>>> underWay, string key, Lazy<Task<RenderedAnswer>> mine, Func<Task<RenderedAnswer>> render)
    {
        try
        {
            return await render();
        }
        finally
        {
            underWay.TryRemove(KeyValuePair.Create(key, mine));
        }
    }
}
