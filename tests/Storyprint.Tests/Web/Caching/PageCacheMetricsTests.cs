using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class PageCacheMetricsTests
{
    [Fact]
    public void What_becomes_of_pages_is_measured()
    {
        var cache = new PageCache(1_000_000);
        cache.Enable();
        using var meter = new PageCacheMetrics(cache);
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, heard) => Hear(instrument, heard, meter) };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();
        meter.Hit();
        meter.Miss();
        meter.Rendered(TimeSpan.FromMilliseconds(5));
        listener.RecordObservableInstruments();
        Assert.Equal(
            ["storyprint.page_cache.hits", "storyprint.page_cache.invalidations", "storyprint.page_cache.misses", "storyprint.page_cache.pages", "storyprint.page_cache.render.duration", "storyprint.page_cache.size"],
            seen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.005, seen["storyprint.page_cache.render.duration"]);
    }

    // Other tests run their own beside this one.
    private static void Hear(Instrument instrument, MeterListener heard, PageCacheMetrics mine)
    {
        if (mine.Owns(instrument))
        {
            heard.EnableMeasurementEvents(instrument);
        }
    }
}
