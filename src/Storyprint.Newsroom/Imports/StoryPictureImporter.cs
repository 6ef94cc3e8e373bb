using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Newsroom.Imports;

/// <summary>Imports the pictures of a story and sets their hashes in its content. A dry run reads the files and stores nothing.</summary>
internal sealed class StoryPictureImporter(PictureStore store, MediaFileLocator files, bool isDryRun)
{
    private readonly Dictionary<string, PictureOutcome?> read = [];

    /// <summary>The content with stored pictures, and a sentence for each that could not be imported. A picture that can be nowhere is left out, its words with it in the sentence.</summary>
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
            if (block is not Picture { IsStored: false, Address: { } address } picture)
            {
                body.Add(block);
            }
            else if (await BringAsync(picture, address, warnings, cancellation) is { } brought)
            {
                body.Add(brought);
            }
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
                : isDryRun ? PictureStore.Examine(await File.ReadAllBytesAsync(path, cancellation))
                : await store.AddAsync(await File.ReadAllBytesAsync(path, cancellation), cancellation);
            read[address] = reading;
            if (reading is PictureOutcome.Kept kept && !isDryRun)
            {
                await store.Addresses.AddAsync(OldFileAddress.Of($"/media/{kept.Hash}/{RenditionStore.Largest}.jpg", kept.Hash, address), cancellation);
            }
        }

        return reading;
    }

    /// <summary>Keeps addresses of a file.</summary>
    /// <returns>How many of them lead to it; in a dry run, how many would.</returns>
    public async Task<int> KeepAsync(IReadOnlyList<LegacyTarget> targets, CancellationToken cancellation) =>
        isDryRun ? targets.Count : await store.Addresses.AddAsync(targets, cancellation);

    private async Task<Picture?> BringAsync(Picture picture, string address, List<string> warnings, CancellationToken cancellation)
    {
        var reading = await ReadAsync(address, cancellation);
        if (reading is PictureOutcome.Kept kept)
        {
            return picture with { Hash = kept.Hash, Width = kept.Width, Height = kept.Height, Address = null };
        }

        // An address of the web may be good; a path was one only on the old site.
        var isElsewhere = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        var why = reading is PictureOutcome.Refused refused ? $"was not taken: {refused.Reason}" : $"is not among the files given{(isElsewhere ? "; its address was kept" : "")}.";
        warnings.Add($"The picture {address} {why}{(isElsewhere ? "" : $" It was left out{Words(picture)}.")}");
        return isElsewhere ? picture : null;
    }

    // What goes with a picture stands in the report.
    private static string Words(Picture picture) =>
        string.Concat(new[] { ("what it shows", picture.Alt), ("caption", picture.Caption.Plain), ("credit", picture.Credit) }.Where(words => words.Item2.Trim().Length > 0).Select(words => $"; {words.Item1}: “{words.Item2.Trim()}”"));
}
