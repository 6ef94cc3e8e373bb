using System.Diagnostics.Metrics;

namespace Storyprint.Web.Serving.Pages;

/// <summary>What is measured of the kept pages (System.Diagnostics.Metrics, meter <c>Storyprint.Pages</c>).</summary>
internal sealed class PageMeter : IDisposable
{
    public const string Name = "Storyprint.Pages";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> hits;
    private readonly Counter<long> misses;
    private readonly Histogram<double> rendering;

    public PageMeter(PageShelf shelf)
    {
        hits = meter.CreateCounter<long>("storyprint.pages.hits", "{request}", "Requests answered from memory.");
        misses = meter.CreateCounter<long>("storyprint.pages.misses", "{request}", "Requests for pages that had to be rendered, those that joined a rendering included.");
        rendering = meter.CreateHistogram<double>("storyprint.pages.rendering", "s", "From the first question to the database to the bytes of a page.");
        meter.CreateObservableGauge("storyprint.pages.bytes", () => shelf.Bytes, "By", "Bytes of the pages in memory.");
        meter.CreateObservableGauge("storyprint.pages.kept", () => (long)shelf.Count, "{page}", "Pages in memory.");
        meter.CreateObservableCounter("storyprint.pages.forgotten", () => shelf.Forgotten, "{page}", "Pages that releases took from memory.");
    }

    public void Hit() => hits.Add(1);

    public void Miss() => misses.Add(1);

    public void Rendered(TimeSpan took) => rendering.Record(took.TotalSeconds);

    internal bool Owns(Instrument instrument) => instrument.Meter == meter;

    public void Dispose() => meter.Dispose();
}
