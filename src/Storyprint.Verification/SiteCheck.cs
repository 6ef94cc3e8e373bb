using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification;

/// <summary>Checks a whole publication: its log, its texts and receipts, its pages, and that it is the same log as last time.</summary>
internal sealed class SiteCheck
{
    private static readonly FindingKind[] ForbidsMemory = [FindingKinds.StateUnusable, FindingKinds.OtherLogHere, FindingKinds.KeyRevoked];

    private readonly SiteCheckRequest request;
    private readonly Findings findings = new();
    private readonly SiteLog log;

    private SiteCheck(SiteCheckRequest request) => (this.request, log) = (request, new SiteLog(request.Site));

    public static async Task<SiteReport> RunAsync(SiteCheckRequest request, CancellationToken cancellation)
    {
        var check = new SiteCheck(request);
        var report = new SiteReport { Site = request.Site.Name, StatePath = request.State.Path, CheckedAt = request.Clock.GetUtcNow(), Findings = check.findings, LogOnly = request.LogOnly };
        try
        {
            await check.RunAsync(report, cancellation);
        }
        catch (SourceUnreachableException unreachable)
        {
            check.findings.Add(FindingKinds.NotRead, request.Site.Name, unreachable.Message);
        }

        return report;
    }

    private async Task RunAsync(SiteReport report, CancellationToken cancellation)
    {
        report.Trust = await new EstablishTrust(request, log, findings).RunAsync(cancellation);
        if (report.Trust is not { } trust)
        {
            return;
        }

        if (trust.Source == KeySource.Site)
        {
            findings.Add(FindingKinds.KeyFromSite, trust.Log.ToString(), "It is in the key list of the site.");
        }

        var entries = new CheckLog(request, trust, findings);
        report.Log = entries;
        report.Audit = await entries.RunAsync(log, cancellation);
        if (report.Audit is not { Checkpoint: { } checkpoint, Outline: { } outline })
        {
            findings.Add(FindingKinds.StoriesNotFollowed, request.Site.Name, "The log could not be read whole, or is not the one that was signed.");
            return;
        }

        if (report.Audit.IsGood && !findings.Counts.Any(count => ForbidsMemory.Contains(count.Kind)))
        {
            Remember(trust, checkpoint, entries);
        }

        if (!request.LogOnly)
        {
            await CheckContentsAsync(report, trust, entries, new CheckedEntries(log, outline), cancellation);
        }
    }

    private async Task CheckContentsAsync(SiteReport report, TrustedKeys trust, CheckLog entries, CheckedEntries reading, CancellationToken cancellation)
    {
        var size = report.Audit!.Entries;
        trust = trust with { LogKeys = [.. trust.LogKeys.Union(entries.Keys.LogKeys)] };
        var deferred = new DeferredFindings(request.Site, trust, findings);
        report.Receipts = new CheckReceipts(request.Site, trust, reading, size, deferred, findings);
        report.Revisions = new CheckRevisions(request, entries.Stories, report.Receipts, findings);
        await report.Revisions.RunAsync(reading, entries.Revisions, cancellation);
        report.Readers = await CheckReaders.CreateAsync(request, entries.Stories, trust, deferred, findings, cancellation);
        await report.Readers.RunAsync(cancellation);
        await deferred.SettleAsync(size, cancellation);
    }

    // A log that is not good is not remembered: the next check is held against the last good one.
    private void Remember(TrustedKeys trust, SignedCheckpoint checkpoint, CheckLog entries)
    {
        var problem = request.State.Write(trust.Origin, new KnownLog
        {
            Address = request.Site.Name,
            Keys = [.. trust.LogKeys.Prepend(trust.Log).Union(entries.Keys.LogKeys).Where(key => entries.Keys.RevokedAt(key) is null).Select(key => key.ToString()).Distinct()],
            Size = checkpoint.Body.Size,
            Root = checkpoint.Body.Root.ToString(),
            Checkpoint = Encoding.UTF8.GetString(checkpoint.ToBytes()),
            CheckedAt = request.Clock.GetUtcNow(),
        });
        if (problem is not null)
        {
            findings.Add(FindingKinds.StateUnusable, request.State.Path, problem);
        }
    }
}
