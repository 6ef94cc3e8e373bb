using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Verification;

/// <summary>What one audit reads and finds, shared by the threads that read tiles.</summary>
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

    /// <summary>Notes it when the tile that is served is not made of these hashes.</summary>
    public async ValueTask CompareAsync(TilePath path, ReadOnlyMemory<Sha256Hash> hashes, CancellationToken cancellation)
    {
        if (await ReadNotingAsync(path, cancellation) is not { } served)
        {
            return;
        }

        // A full tile stands in for a partial one only whole; then its beginning is what counts.
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

    /// <summary>
    /// The leaf hashes of a bundle and its entries, or null, noted, where it is missing or malformed.
    /// </summary>
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
            // Noted, so that the report says it: one tile that a server would not hand out must not hide what the others show.
            Add(new AuditFinding.NotRead(path, unreachable.Message));
            return null;
        }
    }

    // A log may drop a partial tile once the full one is there (tlog-tiles): it grew while we read.
    private async ValueTask<(byte[] Bytes, bool IsFull)?> ReadAsync(TilePath path, CancellationToken cancellation)
    {
        if (await source.ReadAsync(path.ToString(), cancellation) is { } bytes)
        {
            return (bytes, !path.IsPartial);
        }

        return path.IsPartial && await source.ReadAsync(path.Full.ToString(), cancellation) is { } full ? (full, true) : null;
    }
}

/// <summary>A bundle's entries and the hash of each.</summary>
internal sealed record BundleRead(IReadOnlyList<ReadOnlyMemory<byte>> Entries, Sha256Hash[] Leaves);
