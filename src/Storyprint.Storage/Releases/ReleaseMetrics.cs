using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Storyprint.Storage.Releases;

/// <summary>What is measured of releases, in whichever process makes them (System.Diagnostics, meter and activity source <c>Storyprint.Releases</c>).</summary>
public static class ReleaseMetrics
{
    public const string Name = "Storyprint.Releases";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Released = Meter.CreateCounter<long>("storyprint.releases", "{release}", "Releases, by kind.");
    private static readonly Counter<long> NotReleased = Meter.CreateCounter<long>("storyprint.releases.refused", "{release}", "Releases that were not made, by who said no.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("storyprint.releases.duration", "s", "From the question to the commit, the wait for the write lock included.");

    internal static Activity? Begin() => Source.StartActivity("release");

    internal static void End(Activity? activity, ReleaseOutcome outcome, TimeSpan took)
    {
        if (outcome is ReleaseOutcome.Done done)
        {
            var kind = new KeyValuePair<string, object?>("kind", done.Revision.Kind.ToString().ToLowerInvariant());
            Released.Add(1, kind);
            Duration.Record(took.TotalSeconds, kind);
            activity?.SetTag("storyprint.kind", kind.Value).SetTag("storyprint.revision", done.Id.ToString());
            return;
        }

        var by = outcome switch
        {
            ReleaseOutcome.Refused => "rule",
            ReleaseOutcome.NoSuchStory or ReleaseOutcome.NoDraft => "unknown story",
            ReleaseOutcome.LogRefuses => "log",
            _ => "storage",
        };
        NotReleased.Add(1, new KeyValuePair<string, object?>("by", by));
        activity?.SetTag("storyprint.refused_by", by).SetStatus(ActivityStatusCode.Error);
    }
}
