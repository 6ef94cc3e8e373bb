using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Storyprint.Web.Serving.Pages;

namespace Storyprint.Tests.Web.Serving.Pages;

public sealed class PageMeterTests
{
    [Fact]
    public void What_becomes_of_pages_is_measured()
    {
        var shelf = new PageShelf(1_000_000);
        shelf.Open();
        using var meter = new PageMeter(shelf);
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
            ["storyprint.pages.bytes", "storyprint.pages.forgotten", "storyprint.pages.hits", "storyprint.pages.kept", "storyprint.pages.misses", "storyprint.pages.rendering"],
            seen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.005, seen["storyprint.pages.rendering"]);
    }

    // Other tests run their own beside this one.
    private static void Hear(Instrument instrument, MeterListener heard, PageMeter mine)
    {
        if (mine.Owns(instrument))
        {
            heard.EnableMeasurementEvents(instrument);
        }
    }
}
