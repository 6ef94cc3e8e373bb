using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Imports;

/// <param name="Path">Where it is served.</param>
/// <param name="Document">Null for a picture.</param>
internal sealed record BroughtFile(string Path, DocumentOutcome.Kept? Document);

/// <summary>The files that an import brought, by their addresses in the archive: links lead to them, and players and documents become blocks.</summary>
/// <param name="origin">The publication's public address: an embed has a whole one.</param>
internal sealed class BroughtFiles(IReadOnlyDictionary<string, BroughtFile> files, string origin)
{
    /// <summary>Content with them. What <see cref="Storyprint.Stories.Archives.ArchiveForm"/> makes of it is what imports made of it before.</summary>
    public StoryContent In(StoryContent content)
    {
        var led = StoryFields.Map(content, (_, text) => text.Runs.Any(run => run.Link is not null) ? new RichText([.. text.Runs.Select(Led)]) : text);
        return led with { Body = [.. led.Body.Zip(content.Body, (block, before) => Block(block, before))] };
    }

    /// <param name="before">The block as it was in the archive.</param>
    private Block Block(Block block, Block before) => block switch
    {
        Embed embed when files.TryGetValue(embed.Address, out var file) => Embedded(embed, file),
        MediaFile { File: null, Address: { } address } media when files.GetValueOrDefault(address)?.Document is { Kind.IsPlayed: true } kept => media with { File = kept.File, Address = null },
        DocumentFile { File: null, Address: { } address } document when files.GetValueOrDefault(address)?.Document is { } kept => document with { File = kept.File, Address = null },
        Paragraph { Text.Runs: [{ Emphasis: Emphasis.None, Was: not null } only] } when before is Paragraph { Text.Runs: [{ Link: { } link }] } && only.Text.Trim().Length > 0 && !only.Text.Contains('\n', StringComparison.Ordinal)
            && files.GetValueOrDefault(link.Address)?.Document is { Kind.IsPlayed: false } kept => new DocumentFile(kept.File, link.Address, only.Text),
        _ => block,
    };

    // The address that the embed had, or would have had: by it the item is recognised.
    private Block Embedded(Embed embed, BroughtFile file) => file.Document is not { Kind: var kind } kept ? embed with { Address = origin + file.Path }
        : !kind.IsPlayed ? embed with { Address = origin + file.Path }
        : new MediaFile { Kind = kind.IsFilm ? MediaKind.Video : MediaKind.Audio, File = kept.File, Address = kind.IsFilm ? embed.Address : origin + file.Path, Title = embed.Title ?? string.Empty };

    private TextRun Led(TextRun run) =>
        run is { Was: not null, Link: { } link } && files.TryGetValue(link.Address, out var file) && LinkTarget.TryParse(file.Path, out var here) ? run with { Link = here } : run;
}
