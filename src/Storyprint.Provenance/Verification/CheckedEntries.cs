using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Verification;

/// <summary>
/// Reads the entries of an audited log again, bundle by bundle, so that they need not be kept. A bundle that differs from the audited one is refused: a hostile
/// server could show the auditor one log and the texts of another.
/// </summary>
public sealed class CheckedEntries(ILogSource source, EntryFingerprints outline)
{
    private const int Kept = 16;
    private readonly Lock guard = new();
    private readonly LinkedList<(long Bundle, Task<IReadOnlyList<ReadOnlyMemory<byte>>> Read)> recent = new();

    /// <summary>Every entry with its index, in order.</summary>
    /// <exception cref="SourceUnreachableException">A bundle cannot be read, or differs from the audited one.</exception>
    public async IAsyncEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long bundle = 0; bundle * TilePath.FullWidth < outline.Size; bundle++)
        {
            var index = bundle * TilePath.FullWidth;
            foreach (var entry in await ReadAsync(bundle, cancellation))
            {
                yield return (index++, entry);
            }
        }
    }

    /// <summary>The root of the log when it had this size, at most the size that was audited.</summary>
    /// <exception cref="SourceUnreachableException">A bundle cannot be read, or is another than it was.</exception>
    public async ValueTask<Sha256Hash> RootAtAsync(long size, CancellationToken cancellation)
    {
        var rest = (int)(size % TilePath.FullWidth);
        var entries = rest == 0 ? [] : await RecentAsync(size / TilePath.FullWidth, cancellation);
        Sha256Hash[] leaves = [.. entries.Take(rest).Select(entry => MerkleHashing.Leaf(entry.Span))];
        return outline.RootAt(size, leaves);
    }

    // Successive receipts have sizes that are close together.
    private Task<IReadOnlyList<ReadOnlyMemory<byte>>> RecentAsync(long bundle, CancellationToken cancellation)
    {
        lock (guard)
        {
            foreach (var kept in recent)
            {
                if (kept.Bundle == bundle && !kept.Read.IsFaulted && !kept.Read.IsCanceled)
                {
                    return kept.Read;
                }
            }

            var read = ReadAsync(bundle, cancellation);
            recent.AddFirst((bundle, read));
            if (recent.Count > Kept)
            {
                recent.RemoveLast();
            }

            return read;
        }
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(long bundle, CancellationToken cancellation)
    {
        var width = (int)Math.Min(TilePath.FullWidth, outline.Size - (bundle * TilePath.FullWidth));
        var path = TilePath.Entries(bundle, width);
        var bytes = await source.ReadAsync(path.ToString(), cancellation);
        var served = width;
        if (bytes is null && path.IsPartial)
        {
            // The log grew meanwhile and dropped the partial bundle.
            (bytes, served) = (await source.ReadAsync(path.Full.ToString(), cancellation), TilePath.FullWidth);
        }

        if (bytes is not null && EntryBundle.TryParse(bytes, served, out var all, out _))
        {
            ReadOnlyMemory<byte>[] entries = [.. all.Take(width)];
            if (outline.Holds(bundle, Array.ConvertAll(entries, entry => MerkleHashing.Leaf(entry.Span))))
            {
                return entries;
            }
        }

        throw new SourceUnreachableException($"{path} is not any more what it was a moment ago.");
    }
}
