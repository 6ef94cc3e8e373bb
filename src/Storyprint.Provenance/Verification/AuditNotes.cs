using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Verification;

/// <summary>The state of one audit, shared by the threads that read tiles.</summary>
internal sealed class AuditNotes(ILogSource source, int limit)
{
    private readonly List<AuditFinding> findings = [];
    private readonly Lock guard = new();
    private long tiles;

    public bool IsFull { get { lock (guard) { return findings.Count >= limit; } } }

    public long Tiles => Interlocked.Read(ref tiles);

    public IReadOnlyList<AuditFinding> Findings { get { lock (guard) { return [.. findings]; } } }

    public void Add(AuditFinding finding)
    {
        lock (guard)
        {
            findings.Add(finding);
        }
    }

    /// <summary>Records a finding if the served tile differs from these hashes.</summary>
    public async ValueTask CompareAsync(TilePath path, ReadOnlyMemory<Sha256Hash> hashes, CancellationToken cancellation)
    {
        if (await ReadNotingAsync(path, cancellation) is not { } served)
        {
            return;
        }

        // A full tile replaces a partial one only if it is complete; its beginning is compared then.
        var (bytes, isFull) = served;
        var expected = HashTile.ToBytes(hashes.Span);
        var same = isFull && path.IsPartial
            ? bytes.Length == TilePath.FullWidth * Sha256Hash.Length && bytes.AsSpan().StartsWith(expected)
            : bytes.AsSpan().SequenceEqual(expected);
        if (!same)
        {
            Add(new AuditFinding.TileDiffers(path));
        }

        Interlocked.Increment(ref tiles);
    }

    /// <summary>The entries of a bundle and their leaf hashes; null, with a finding, where it is missing or malformed.</summary>
    public async ValueTask<BundleRead?> ReadBundleAsync(TilePath path, CancellationToken cancellation)
    {
        if (await ReadNotingAsync(path, cancellation) is not { } served)
        {
            return null;
        }

        var width = served.IsFull ? TilePath.FullWidth : path.Width;
        if (!EntryBundle.TryParse(served.Bytes, width, out var entries, out var reason))
        {
            Add(new AuditFinding.BundleDamaged(path, reason));
            return null;
        }

        var leaves = new Sha256Hash[path.Width];
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = MerkleHashing.Leaf(entries[i].Span);
        }

        return new BundleRead([.. entries.Take(path.Width)], leaves);
    }

    private async ValueTask<(byte[] Bytes, bool IsFull)?> ReadNotingAsync(TilePath path, CancellationToken cancellation)
    {
        try
        {
            var served = await ReadAsync(path, cancellation);
            if (served is null)
            {
                Add(new AuditFinding.TileMissing(path));
            }

            return served;
        }
        catch (SourceUnreachableException unreachable)
        {
            // Recorded and not thrown: one tile that a server does not return must not hide what the others show.
            Add(new AuditFinding.NotRead(path, unreachable.Message));
            return null;
        }
    }

    // A log may drop a partial tile once the full one exists (tlog-tiles): it grew meanwhile.
    private async ValueTask<(byte[] Bytes, bool IsFull)?> ReadAsync(TilePath path, CancellationToken cancellation)
    {
        if (await source.ReadAsync(path.ToString(), cancellation) is { } bytes)
        {
            return (bytes, !path.IsPartial);
        }

        return path.IsPartial && await source.ReadAsync(path.Full.ToString(), cancellation) is { } full ? (full, true) : null;
    }
}

/// <summary>A bundle's entries and their leaf hashes.</summary>
internal sealed record BundleRead(IReadOnlyList<ReadOnlyMemory<byte>> Entries, Sha256Hash[] Leaves);
