using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Imports;

/// <summary>Imports the documents, sounds and pictures that a story links to on its own site, and leads the links to them. A dry run reads the files and stores nothing.</summary>
/// <param name="pictures">Takes linked pictures.</param>
/// <param name="origin">The publication's public address: an embed has a whole one.</param>
internal sealed class StoryFileImporter(PictureStore store, StoryPictureImporter pictures, MediaFileLocator files, string origin, bool isDryRun)
{
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp"];

    // A link to one of these leads to a page, which may be a story.
    private static readonly string[] Pages = ["", ".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp"];

    private readonly Dictionary<string, DocumentOutcome?> read = new(StringComparer.Ordinal);

    /// <summary>The content with links to the files here, and a sentence for each that could not be imported.</summary>
    /// <param name="content">With its links marked by <see cref="ArchiveLink"/>: files of other sites are theirs.</param>
    /// <param name="host">The archive's host, or null.</param>
    public async Task<(StoryContent Content, IReadOnlyList<string> ImportWarnings)> BringAsync(StoryContent content, string? host, CancellationToken cancellation)
    {
        var asked = content.Body.SelectMany(block => block.RichTexts).SelectMany(text => text.Runs).Where(run => run.Was is not null).Select(run => run.Link!.Value.Address)
            .Concat(content.Sources?.Runs.Where(run => run.Was is not null).Select(run => run.Link!.Value.Address) ?? [])
            .Concat(content.Body.OfType<Embed>().Select(embed => embed.Address).Where(address => IsOfHost(address, host)))
            .Concat(content.Body.Select(OwnAddress).OfType<string>())
            .Where(IsFile).Distinct(StringComparer.Ordinal).ToList();
        var (brought, warnings) = (new Dictionary<string, BroughtFile>(StringComparer.Ordinal), new List<string>());
        foreach (var address in asked)
        {
            var (file, reason) = IsPicture(address) ? Of(await pictures.ReadAsync(address, cancellation)) : Of(await ReadAsync(address, cancellation));
            if (file is not null)
            {
                brought[address] = file;
            }
            else
            {
                warnings.Add(reason.Length > 0 ? $"The file {address} was not taken: {reason} Its address was kept." : $"The file {address} is not among the files given; its address was kept.");
            }
        }

        return (brought.Count == 0 ? content : new BroughtFiles(brought, origin).In(content), warnings);
    }

    private async Task<DocumentOutcome> TakeAsync(string path, string address, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(path);
        return isDryRun ? await DocumentStore.ExamineAsync(bytes, address, cancellation) : await store.Documents.AddAsync(bytes, address, cancellation);
    }

    /// <summary>Imports a file that the archive lists on its own; null where it is not among the media files.</summary>
    public async Task<DocumentOutcome?> ReadAsync(string address, CancellationToken cancellation)
    {
        if (!read.TryGetValue(address, out var reading))
        {
            reading = files.Find(address) is not { } path ? null
                : new FileInfo(path).Length > DocumentStore.MaxSize ? new DocumentOutcome.Refused($"{Path.GetFileName(path)} is larger than {DocumentStore.MaxSize >> 20} MB.")
                : await TakeAsync(path, address, cancellation);
            read[address] = reading;
            if (reading is DocumentOutcome.Kept kept && !isDryRun)
            {
                await store.Addresses.AddAsync(OldFileAddress.Of(kept.Path, kept.Hash, address), cancellation);
            }
        }

        return reading;
    }

    private static (BroughtFile? File, string Reason) Of(PictureOutcome? picture) => picture switch
    {
        PictureOutcome.Kept kept => (new BroughtFile($"/media/{kept.Hash}/{RenditionStore.Largest}.jpg", null), string.Empty),
        PictureOutcome.Refused refused => (null, refused.Reason),
        _ => (null, string.Empty),
    };

    private static (BroughtFile? File, string Reason) Of(DocumentOutcome? document) => document switch
    {
        DocumentOutcome.Kept kept => (new BroughtFile(kept.Path, kept), string.Empty),
        DocumentOutcome.Refused refused => (null, refused.Reason),
        _ => (null, string.Empty),
    };

    private static string? OwnAddress(Block block) => block switch
    {
        MediaFile { File: null } media => media.Address,
        DocumentFile { File: null } document => document.Address,
        _ => null,
    };

    // What is a file by its name, and whatever else lies in the archive: a link to it would lead nowhere.
    private bool IsFile(string address) => FileKind.IsNamed(address) || IsPicture(address) || (address.StartsWith('/') && !Pages.Contains(Ending(address)) && files.Find(address) is not null);

    private static bool IsPicture(string address) => Pictures.Contains(Ending(address));

    private static string Ending(string address) => Path.GetExtension(address.Split('?', '#')[0]).ToLowerInvariant();

    private static bool IsOfHost(string address, string? host) => host is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && ArchiveLink.IsSameHost(uri.Host, host);
}
