using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Verification;

/// <summary>Reads the log whole: the tree against its checkpoint and its past, then what the entries say against each other and against the key list.</summary>
internal sealed class CheckLog(SiteCheckRequest request, TrustedKeys trust, Findings findings)
{
    private readonly TimeOrder times = new();
    private bool isBroken;
    private long next;

    public StoryHistory Stories { get; } = new();

    public KeyHistory Keys { get; } = new();

    public long Revisions { get; private set; }

    public long UnknownEntries { get; private set; }

    public async Task<AuditReport> RunAsync(SiteLog log, CancellationToken cancellation)
    {
        var report = await LogAudit.RunAsync(log, new AuditRequest
        {
            Log = trust.Log,
            Policy = trust.Policy,
            Known = trust.Known is { } known ? Encoding.UTF8.GetBytes(known.Checkpoint) : null,
            KnownLog = trust.KnownKey,
            EntriesRead = TakeEntries,
        }, Progress(), cancellation);
        foreach (var finding in report.Findings)
        {
            Note(finding);
        }

        if (report.Checkpoint is null)
        {
            await NoteOtherKeyAsync(log, cancellation);
        }
        else
        {
            NoteWitnesses();
        }

        if (report.Outline is not null && !isBroken)
        {
            CompareKeys();
        }

        return report;
    }

    private IProgress<AuditProgress>? Progress() =>
        request.Progress is { } shown ? new Relay(step => shown.Report(new CheckProgress("entries", step.Entries, step.Size))) : null;

    private void TakeEntries(long first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        // After a gap in the log every story would seem to have one.
        isBroken |= first != next;
        next = first + entries.Count;
        for (var i = 0; i < entries.Count && !isBroken; i++)
        {
            Take(first + i, entries[i].Span);
        }
    }

    private void Take(long index, ReadOnlySpan<byte> bytes)
    {
        if (!LogEntry.TryParse(bytes, out var entry, out var reason))
        {
            findings.Add(FindingKinds.EntryMalformed, $"entry {index}", reason);
            return;
        }

        if (times.Take(index, entry) is { } disorder)
        {
            findings.Add(FindingKinds.TimeOutOfOrder, $"entry {index}", disorder);
        }

        switch (entry)
        {
            case RevisionEntry revision:
                Revisions++;
                CheckPublisher(index, revision.Publisher);
                foreach (var problem in Stories.Take(index, revision))
                {
                    findings.Add(FindingKinds.StoryBroken, $"{problem.Revision} (entry {problem.Index})", problem.Sentence);
                }

                break;
            case KeyEntry key:
                CheckPublisher(index, key.Publisher);
                Keys.Take(index, key);
                break;
            case RecordEntry record:
                // What it commits to is the newsroom's own; that it stands in order with the others is checked with every entry's time.
                CheckPublisher(index, record.Publisher);
                break;
            case UnknownEntry unknown:
                UnknownEntries++;
                findings.Add(FindingKinds.UnknownEntry, $"entry {index}", unknown.Kind is { Length: <= 80 } kind ? $"Its kind is '{kind}'." : "It is not text.");
                break;
        }
    }

    private void CheckPublisher(long index, PublisherName publisher)
    {
        if (trust.Publisher is { } ours && publisher != ours)
        {
            findings.Add(FindingKinds.OtherPublisher, $"entry {index}", $"It is in the name of {publisher}.");
        }
    }

    private void Note(AuditFinding finding)
    {
        var (kind, about) = finding switch
        {
            AuditFinding.CheckpointMissing => (FindingKinds.CheckpointMissing, PublishedFiles.Checkpoint),
            AuditFinding.CheckpointUnreadable => (FindingKinds.CheckpointUnreadable, PublishedFiles.Checkpoint),
            AuditFinding.CheckpointNotTrusted => (FindingKinds.CheckpointNotTrusted, PublishedFiles.Checkpoint),
            AuditFinding.PolicyNotMet => (FindingKinds.PolicyNotMet, PublishedFiles.Checkpoint),
            AuditFinding.KnownStateUnusable => (FindingKinds.StateUnusable, request.State.Path),
            AuditFinding.TileMissing missing => (FindingKinds.TileMissing, PublishedFiles.Tile(missing.Path)),
            AuditFinding.NotRead unread => (FindingKinds.NotRead, PublishedFiles.Tile(unread.Path)),
            AuditFinding.BundleDamaged bundle => (FindingKinds.BundleDamaged, PublishedFiles.Tile(bundle.Path)),
            AuditFinding.TileDiffers tile => (FindingKinds.TileDiffers, PublishedFiles.Tile(tile.Path)),
            AuditFinding.RootDiffers => (FindingKinds.RootDiffers, PublishedFiles.Checkpoint),
            AuditFinding.RolledBack => (FindingKinds.RolledBack, PublishedFiles.Checkpoint),
            AuditFinding.Forked => (FindingKinds.Forked, PublishedFiles.Checkpoint),
            _ => throw new InvalidOperationException($"{finding.GetType().Name} has no words."),
        };
        findings.Add(kind, about, finding.Sentence, Evidence(finding));
    }

    private static IReadOnlyList<string> Evidence(AuditFinding finding) => finding switch
    {
        AuditFinding.RolledBack rolled => [Text(rolled.Known), Text(rolled.Current)],
        AuditFinding.Forked forked => [Text(forked.Known), Text(forked.Current)],
        _ => [],
    };

    private static string Text(SignedCheckpoint checkpoint) => Encoding.UTF8.GetString(checkpoint.ToBytes());

    private void NoteWitnesses()
    {
        if (trust.Policy is not { Quorum: not TrustPolicy.NoQuorum })
        {
            findings.Add(FindingKinds.NoWitnesses, trust.Origin, trust.Policy is null ? "There is no policy on witnesses." : "The policy asks for no witness.");
        }
    }

    private async Task NoteOtherKeyAsync(SiteLog log, CancellationToken cancellation)
    {
        if (await log.ReadAsync("checkpoint", cancellation) is { } bytes && SignedCheckpoint.TryParse(bytes, out var signed, out _)
            && trust.List?.Keys.FirstOrDefault(key => key.Role == KeyRole.Log && !key.Key.Equals(trust.Log) && signed.Verify(key.Key) is CheckpointVerdict.Trusted) is { } other)
        {
            findings.Add(FindingKinds.KeyChanged, other.Key.ToString(), $"This key of the site's list signed the checkpoint; {trust.Log} did not.");
        }
    }

    private void CompareKeys()
    {
        if (Keys.RevokedAt(trust.Log) is { } revoked)
        {
            findings.Add(FindingKinds.KeyRevoked, trust.Log.ToString(), $"Entry {revoked} revoked it.");
        }

        if (trust.List is not { } list)
        {
            return;
        }

        if (!list.Keys.Any(key => key.Role == KeyRole.Log && key.Key.Equals(trust.Log)))
        {
            findings.Add(FindingKinds.KeyNotListed, trust.Log.ToString(), "It signed the checkpoint and is not in the key list.");
        }

        foreach (var difference in Keys.Compare(list))
        {
            findings.Add(FindingKinds.KeysDiffer, difference.Key.ToString(), difference.Sentence);
        }
    }

    private sealed class Relay(Action<AuditProgress> report) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => report(value);
    }
}
