using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification.LogCopies;

/// <summary>A copy of the publication's own log that was read whole, audited, and begins with what the database has.</summary>
/// <param name="Missing">The entries that the database lacks, their texts not yet read.</param>
/// <param name="Stories">Where each story of the copy ends.</param>
public sealed record AuditedLogCopy(SignedCheckpoint Checkpoint, IReadOnlyList<CopiedEntry> Missing, StoryHistory Stories)
{
    /// <summary>Reads and checks a copy.</summary>
    /// <param name="trusted">The log keys that are known here, from the database and the key files.</param>
    /// <param name="head">The head of the database; null where it has no log.</param>
    /// <param name="mark">How far the log had got; null where nothing is marked.</param>
    /// <exception cref="SourceUnreachableException">The copy cannot be read.</exception>
    public static async Task<(AuditedLogCopy? Copy, string Problem)> ReadAsync(
        IPublishedSite site, IReadOnlyList<VerifierKey> trusted, TreeHead? head, TreeHead? mark, CancellationToken cancellation)
    {
        var source = new SiteLog(site);
        if (await source.ReadAsync("checkpoint", cancellation) is not { } bytes)
        {
            return (null, $"{site.Name} has no log/checkpoint.");
        }

        if (!TryTrust(bytes, trusted, out var signer, out var problem))
        {
            return (null, $"{site.Name}: {problem}");
        }

        var reading = new Reading(head?.Size ?? 0);
        var report = await LogAudit.RunAsync(source, new AuditRequest { Log = signer, EntriesRead = reading.Take }, null, cancellation);
        if (report is not { IsGood: true, Checkpoint: { } checkpoint, Outline: { } outline })
        {
            return (null, $"The log in {site.Name} is not whole, so nothing was taken from it: {string.Join(" ", report.Findings.Take(5).Select(finding => finding.Sentence))}");
        }

        if (reading.Problem is not null)
        {
            return (null, $"The log in {site.Name} cannot be followed: {reading.Problem}");
        }

        var entries = new CheckedEntries(source, outline);
        if (head is not null && head.Size > outline.Size)
        {
            return (null, $"The log in {site.Name} has {Number(outline.Size)} entries, fewer than this database ({Number(head.Size)}). It has nothing to bring back; look for a newer copy.");
        }

        if (head is not null && await entries.RootAtAsync(head.Size, cancellation) != head.Root)
        {
            return (null, $"The log in {site.Name} has another history: its first {Number(head.Size)} entries are not those of this database. One of the two is not what was published. "
                + "If the mark and the witnesses agree with the copy ('storyprint log status' names them), restore an older backup of the database and recover that one; "
                + "if they agree with the database, look for another copy. Keep both checkpoints: together they prove that two histories were signed.");
        }

        return mark is not null && mark.Size <= outline.Size && await entries.RootAtAsync(mark.Size, cancellation) != mark.Root
            ? (null, $"The log in {site.Name} has another history than the one that was published from here: its first {Number(mark.Size)} entries are not those of the mark. Look for another copy.")
            : (new AuditedLogCopy(checkpoint, reading.Missing, reading.Stories), string.Empty);
    }

    private static bool TryTrust(byte[] bytes, IReadOnlyList<VerifierKey> trusted, [NotNullWhen(true)] out VerifierKey? signer, [NotNullWhen(false)] out string? problem)
    {
        signer = null;
        if (!SignedCheckpoint.TryParse(bytes, out var checkpoint, out problem))
        {
            return false;
        }

        signer = trusted.FirstOrDefault(key => checkpoint.Verify(key) is CheckpointVerdict.Trusted);
        problem = signer is not null ? null
            : $"no key of this log signed its checkpoint ({checkpoint.Body.Origin}). It is a stranger's log, or one whose key is not here any more: put the log key's file back if you have it.";
        return signer is not null;
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Follows the copy from its first entry, and keeps those that are missing.</summary>
    private sealed class Reading(long from)
    {
        public List<CopiedEntry> Missing { get; } = [];

        public StoryHistory Stories { get; } = new();

        public string? Problem { get; private set; }

        public void Take(long first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
        {
            for (var at = 0; at < entries.Count; at++)
            {
                var index = first + at;
                if (!LogEntry.TryParse(entries[at].Span, out var entry, out var reason))
                {
                    Problem ??= $"Entry {index}: {reason}";
                    continue;
                }

                if (entry is RevisionEntry revision && Stories.Take(index, revision) is [var finding, ..] && index >= from)
                {
                    Problem ??= $"Entry {index} ({revision.Revision}): {finding.Sentence}";
                }

                if (index >= from)
                {
                    // Copied: the bundle around it is not kept.
                    Missing.Add(new CopiedEntry(index, entries[at].ToArray(), entry, null));
                }
            }
        }
    }
}
