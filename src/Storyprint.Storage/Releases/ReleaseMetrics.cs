using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Storyprint.Storage.Releases;

/// <summary>Metrics and traces of releases (System.Diagnostics, meter and activity source <c>Storyprint.Releases</c>).</summary>
public static class ReleaseMetrics
{
    public const string Name = "Storyprint.Releases";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Released = Meter.CreateCounter<long>("storyprint.releases", "{release}", "Releases, by kind and by which means.");
    private static readonly Counter<long> NotReleased = Meter.CreateCounter<long>("storyprint.releases.refused", "{release}", "Releases that were not made, by who said no and by which means.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("storyprint.releases.duration", "s", "From the question to the commit, the wait for the write lock included.");

    /// <summary>Starts an activity that names the actor.</summary>
    internal static Activity? Begin(ReleaseContext context) => Tag(Source.StartActivity("release"), context);

    private static Activity? Tag(Activity? activity, ReleaseContext context) => activity?
        .SetTag("enduser.id", context.Actor).SetTag("storyprint.means", context.Means.Word).SetTag("storyprint.reason", context.Reason)
        .SetTag("storyprint.correlation_id", context.CorrelationId);

    /// <summary>Starts an activity for a batch of an import.</summary>
    internal static Activity? BeginImport(ReleaseContext context, int stories) => Tag(Source.StartActivity("import"), context)?.SetTag("storyprint.stories", stories);

    /// <summary>Starts an activity for a recovery of the log.</summary>
    internal static Activity? BeginRecovery(ReleaseContext context) => Tag(Source.StartActivity("recovery"), context);

    internal static void End(Activity? activity, ReleaseContext context, ReleaseOutcome outcome, TimeSpan took)
    {
        var means = new KeyValuePair<string, object?>("means", context.Means.Word);
        if (outcome is ReleaseOutcome.Done done)
        {
            var kind = new KeyValuePair<string, object?>("kind", done.Revision.Kind.ToString().ToLowerInvariant());
            Released.Add(1, kind, means);
            Duration.Record(took.TotalSeconds, kind, means);
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
        NotReleased.Add(1, new KeyValuePair<string, object?>("by", by), means);
        activity?.SetTag("storyprint.refused_by", by).SetStatus(ActivityStatusCode.Error);
    }
}
