using System.Security.Cryptography;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>
/// Copies the originals of a publication to another store while it is served. Each is checked against its digest in both stores. One that is there with the
/// right length is skipped, so an interrupted run goes on where it stopped, and another run copies what came in meanwhile.
/// </summary>
public sealed class MoveOriginals(Database database, MediaStore source, MediaStore target, IProgress<StepProgress>? progress = null)
{
    private readonly HashSet<string> settled = new(StringComparer.Ordinal);
    private readonly SortedSet<string> damaged = new(StringComparer.Ordinal);
    private int copied;

    /// <exception cref="IOException">One of the stores cannot be used; the message says why.</exception>
    public async Task<MovedOriginals> RunAsync(CancellationToken cancellation = default)
    {
        var copy = new CopyOriginals(source, progress)
        {
            IsThere = picture => IsThereAsync(picture, cancellation),
            Take = (picture, original) => TakeAsync(picture, original, cancellation),
        };
        var missing = await copy.RunAsync(await PicturesAsync(cancellation), cancellation);

        // A withdrawal meanwhile deleted it in the old store only.
        await new WithdrawnPictures(database, target).DeleteLeftoversAsync(cancellation);
        return new MovedOriginals(copied, settled.Count - copied, missing, [.. damaged]);
    }

    private async Task<IReadOnlyList<ReferencedPicture>> PicturesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ReferencedPicture.ListAsync(connection, cancellation);
    }

    private async ValueTask<bool> IsThereAsync(ReferencedPicture picture, CancellationToken cancellation)
    {
        if (!settled.Contains(picture.Hash) && await target.LengthAsync(picture.Hash, cancellation) == picture.Size)
        {
            settled.Add(picture.Hash);
        }

        return settled.Contains(picture.Hash);
    }

    private async Task TakeAsync(ReferencedPicture picture, Stream original, CancellationToken cancellation)
    {
        // One byte more than expected is read, to notice a longer file.
        var bytes = new byte[picture.Size + 1];
        var length = await original.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length != picture.Size || Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))) != picture.Hash)
        {
            damaged.Add(picture.Hash);
            return;
        }

        await target.WriteOriginalAsync(picture.Hash, new MemoryStream(bytes, 0, length, writable: false), cancellation);
        await using var written = await target.OpenOriginalAsync(picture.Hash, cancellation);
        if (written is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellation)) != picture.Hash)
        {
            throw new IOException($"The picture {picture.Hash} was written to {target.Place}, and other bytes are read there.");
        }

        settled.Add(picture.Hash);
        damaged.Remove(picture.Hash);
        copied++;
    }
}

/// <summary>The result of a move of originals.</summary>
/// <param name="There">The number that the new store had already.</param>
/// <param name="Missing">Digests of those missing in the old store.</param>
/// <param name="Damaged">Digests of those whose bytes in the old store have another digest; they were left there.</param>
public sealed record MovedOriginals(int Copied, int There, IReadOnlyList<string> Missing, IReadOnlyList<string> Damaged);
