using System.Diagnostics.Metrics;

namespace Storyprint.Web.Caching;

/// <summary>Metrics of the page cache (System.Diagnostics.Metrics, meter <c>Storyprint.PageCache</c>).</summary>
internal sealed class PageCacheMetrics : IDisposable
{
    public const string Name = "Storyprint.PageCache";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> hits;
    private readonly Counter<long> misses;
    private readonly Histogram<double> renders;

    public PageCacheMetrics(PageCache cache)
    {
        hits = meter.CreateCounter<long>("storyprint.page_cache.hits", "{request}", "Requests served from the cache.");
        misses = meter.CreateCounter<long>("storyprint.page_cache.misses", "{request}", "Requests for pages that had to be rendered, those that joined a render included.");
        renders = meter.CreateHistogram<double>("storyprint.page_cache.render.duration", "s", "From the first query to the bytes of a page.");
        meter.CreateObservableGauge("storyprint.page_cache.size", () => cache.Bytes, "By", "Bytes of the cached pages.");
        meter.CreateObservableGauge("storyprint.page_cache.pages", () => (long)cache.Count, "{page}", "Cached pages.");
        meter.CreateObservableCounter("storyprint.page_cache.invalidations", () => cache.Invalidated, "{page}", "Pages that releases invalidated.");
    }

    public void Hit() => hits.Add(1);

    public void Miss() => misses.Add(1);

    public void Rendered(TimeSpan elapsed) => renders.Record(elapsed.TotalSeconds);

    internal bool Owns(Instrument instrument) => instrument.Meter == meter;

    public void Dispose() => meter.Dispose();
}
