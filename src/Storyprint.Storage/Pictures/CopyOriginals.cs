using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Copies the originals that are missing in a backup or in another store.</summary>
public sealed class CopyOriginals(MediaStore source, IProgress<StepProgress>? progress = null)
{
    /// <summary>Whether the target has an original already.</summary>
    public required Func<ReferencedPicture, ValueTask<bool>> IsThere { get; init; }

    /// <summary>Writes an original to the target.</summary>
    /// <exception cref="InvalidDataException">Thrown by it where the original is damaged: it counts as missing, and the others are copied.</exception>
    public required Func<ReferencedPicture, Stream, Task> Take { get; init; }

    /// <returns>The digests of those that are in neither place, or damaged.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<ReferencedPicture> pictures, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var (index, picture) in pictures.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!await IsThere(picture))
            {
                await using var original = await source.OpenOriginalAsync(picture.Hash, cancellation);
                if (original is null)
                {
                    missing.Add(picture.Hash);
                }
                else if (!await TakeAsync(picture, original))
                {
                    missing.Add(picture.Hash);
                }
            }

            progress?.Report(new StepProgress("pictures", index + 1, pictures.Count));
        }

        return missing;
    }

    // One damaged object does not keep the others from being copied.
    private async Task<bool> TakeAsync(ReferencedPicture picture, Stream original)
    {
        try
        {
            await Take(picture, original);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
