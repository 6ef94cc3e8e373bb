using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Provenance.Verification;

/// <summary>
/// Audits a whole log: rebuilds the tree from the entries alone, and compares every tile, the signed root and what was known before with it. A tile that
/// differs from what the entries hash to is a finding.
/// </summary>
public sealed class LogAudit
{
    private readonly AuditRequest request;
    private readonly AuditNotes notes;
    private readonly IProgress<AuditProgress>? progress;
    private readonly ILogSource source;
    private long entries;
    private bool stoppedEarly;
    private EntryFingerprints? outline = new();

    private LogAudit(ILogSource source, AuditRequest request, IProgress<AuditProgress>? progress) =>
        (this.source, this.request, this.progress, notes) = (source, request, progress, new AuditNotes(source, request.FindingLimit));

    /// <summary>Audits a log.</summary>
    /// <param name="source">The source of the log. Its exceptions pass to the caller.</param>
    /// <param name="request">What is known beforehand.</param>
    /// <param name="progress">Reports about every bundle, from several threads.</param>
    /// <param name="cancellation">Stops the audit.</param>
    public static async Task<AuditReport> RunAsync(
        ILogSource source, AuditRequest request, IProgress<AuditProgress>? progress = null, CancellationToken cancellation = default)
    {
        var audit = new LogAudit(source, request, progress);
        var checkpoint = await audit.ReadCheckpointAsync(cancellation);
        if (checkpoint is not null)
        {
            await audit.CheckTreeAsync(checkpoint, cancellation);
        }

        return new AuditReport
        {
            Findings = audit.notes.Findings,
            Checkpoint = checkpoint,
            Entries = audit.entries,
            Tiles = audit.notes.Tiles,
            Outline = checkpoint is null ? null : audit.outline,
            StoppedEarly = audit.stoppedEarly,
        };
    }

    private async ValueTask<SignedCheckpoint?> ReadCheckpointAsync(CancellationToken cancellation)
    {
        if (await source.ReadAsync("checkpoint", cancellation) is not { } bytes)
        {
            notes.Add(new AuditFinding.CheckpointMissing());
            return null;
        }

        if (!SignedCheckpoint.TryParse(bytes, out var checkpoint, out var reason))
        {
            notes.Add(new AuditFinding.CheckpointUnreadable(reason));
            return null;
        }

        VerifierKey[] witnesses = [.. request.Policy?.Witnesses.Select(witness => witness.Key) ?? []];
        var verdict = checkpoint.Verify(request.Log, witnesses);
        if (verdict is not CheckpointVerdict.Trusted)
        {
            notes.Add(new AuditFinding.CheckpointNotTrusted(verdict));
            return null;
        }

        if (request.Policy?.Judge(checkpoint) is { } judged and not PolicyVerdict.Satisfied)
        {
            notes.Add(new AuditFinding.PolicyNotMet(judged));
        }

        return checkpoint;
    }

    private async ValueTask CheckTreeAsync(SignedCheckpoint current, CancellationToken cancellation)
    {
        var known = ReadKnown();
        var rows = new TileVerifier(notes, Math.Min(known?.Body.Size ?? 0, current.Body.Size), outline!);
        if (known?.Body.Size > current.Body.Size)
        {
            notes.Add(new AuditFinding.RolledBack(known, current));
        }
        else if (known?.Body.Size == current.Body.Size && known.Body.Root != current.Body.Root)
        {
            notes.Add(new AuditFinding.Forked(known, current));
        }

        if (!await RebuildAsync(rows, current.Body.Size, cancellation) || rows.Root() is not { } computed)
        {
            outline = null;
            return;
        }

        if (computed != current.Body.Root)
        {
            // Entries that the log did not sign prove nothing about what it signed before: they are no fork.
            notes.Add(new AuditFinding.RootDiffers(current.Body.Root, computed));
            outline = null;
        }
        else if (known?.Body.Size < current.Body.Size && rows.KnownRoot() != known.Body.Root)
        {
            notes.Add(new AuditFinding.Forked(known, current));
        }
    }

    private SignedCheckpoint? ReadKnown()
    {
        if (request.Known is not { } bytes)
        {
            return null;
        }

        if (SignedCheckpoint.TryParse(bytes, out var known, out var reason) && known.Verify(request.KnownLog ?? request.Log) is CheckpointVerdict.Trusted)
        {
            return known;
        }

        notes.Add(new AuditFinding.KnownStateUnusable(reason ?? "the log's key did not sign it."));
        return null;
    }

    private async ValueTask<bool> RebuildAsync(TileVerifier rows, long size, CancellationToken cancellation)
    {
        // Read in parallel and processed in order. Only as many bundles are in memory as are being read: a hostile log fills each with 16 MB.
        var ahead = new Queue<(TilePath Path, Task<BundleRead?> Read)>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            foreach (var path in TileSet.Entries(size))
            {
                ahead.Enqueue((path, Task.Run(() => CheckBundleAsync(path, size, stop.Token).AsTask(), stop.Token)));
                if (ahead.Count >= request.Parallelism)
                {
                    await TakeAsync(rows, ahead.Dequeue(), cancellation);
                }

                if (notes.IsFull)
                {
                    stoppedEarly = true;
                    return false;
                }
            }

            while (ahead.TryDequeue(out var next))
            {
                await TakeAsync(rows, next, cancellation);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(ahead.Select(next => next.Read))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await rows.FinishAsync(cancellation);
        return true;
    }

    private async ValueTask TakeAsync(TileVerifier rows, (TilePath Path, Task<BundleRead?> Read) next, CancellationToken cancellation)
    {
        var bundle = await next.Read;
        await rows.TakeLeavesAsync(bundle?.Leaves, next.Path.Width, cancellation);
        if (bundle is not null)
        {
            request.EntriesRead?.Invoke(next.Path.Index * TilePath.FullWidth, bundle.Entries);
        }
    }

    private async ValueTask<BundleRead?> CheckBundleAsync(TilePath path, long size, CancellationToken cancellation)
    {
        var bundle = await notes.ReadBundleAsync(path, cancellation);
        if (bundle is not null)
        {
            await notes.CompareAsync(TilePath.Hashes(0, path.Index, path.Width), bundle.Leaves, cancellation);
            var read = Interlocked.Add(ref entries, path.Width);
            progress?.Report(new AuditProgress(read, size));
        }

        return bundle;
    }
}
