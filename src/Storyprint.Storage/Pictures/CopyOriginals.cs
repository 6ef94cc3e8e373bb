using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Copies the originals that are missing in a backup or in another store.</summary>
public sealed class CopyOriginals(MediaStore source, IProgress<StepProgress>? progress = null)
{
    /// <summary>Whether the target has an original already.</summary>
    public required Func<ReferencedPicture, ValueTask<bool>> IsThere { get; init; }

    /// <summary>Writes an original to the target.</summary>
    public required Func<ReferencedPicture, Stream, Task> Take { get; init; }

    /// <returns>The digests of those that are in neither place.</returns>
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
                else
                {
                    await Take(picture, original);
                }
            }

            progress?.Report(new StepProgress("pictures", index + 1, pictures.Count));
        }

        return missing;
    }
}
