using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Newsroom.Imports;

/// <summary>Imports the pictures of a story and sets their hashes in its content.</summary>
internal sealed class StoryPictureImporter(PictureStore store, MediaFileLocator files, bool isDryRun)
{
    private readonly Dictionary<string, PictureOutcome?> read = [];

    /// <summary>The content with stored pictures, and a sentence for each that could not be imported.</summary>
    public async Task<(StoryContent Content, IReadOnlyList<string> ImportWarnings)> BringAsync(StoryContent content, CancellationToken cancellation)
    {
        if (!content.Body.OfType<Picture>().Any(picture => picture.Address is not null))
        {
            return (content, []);
        }

        var warnings = new List<string>();
        var body = new List<Block>(content.Body.Count);
        foreach (var block in content.Body)
        {
            body.Add(block is Picture { IsStored: false, Address: { } address } picture
                ? await BringAsync(picture, address, warnings, cancellation)
                : block);
        }

        return (content with { Body = body }, warnings);
    }

    /// <summary>Imports a file that the archive lists on its own; null where it is not among the media files.</summary>
    public async Task<PictureOutcome?> ReadAsync(string address, CancellationToken cancellation)
    {
        if (!read.TryGetValue(address, out var reading))
        {
            reading = files.Find(address) is not { } path ? null
                : new FileInfo(path).Length > PictureStore.MaxSize ? new PictureOutcome.Refused($"{Path.GetFileName(path)} is larger than {PictureStore.MaxSize >> 20} MB.")
                : isDryRun ? new PictureOutcome.Kept(string.Empty, 0, 0)
                : await store.AddAsync(await File.ReadAllBytesAsync(path, cancellation), cancellation);
            read[address] = reading;
        }

        return reading;
    }

    private async Task<Picture> BringAsync(Picture picture, string address, List<string> warnings, CancellationToken cancellation)
    {
        switch (await ReadAsync(address, cancellation))
        {
            case PictureOutcome.Kept { Hash.Length: 0 }:
                return picture;
            case PictureOutcome.Kept kept:
                return picture with { Hash = kept.Hash, Width = kept.Width, Height = kept.Height, Address = null };
            case PictureOutcome.Refused refused:
                warnings.Add($"The picture {address} was not taken: {refused.Reason}");
                return picture;
            default:
                warnings.Add($"The picture {address} is not among the files given; its address was kept.");
                return picture;
        }
    }
}
