using System.Text.Json;
using Storyprint.Print.Marks;
using Storyprint.Provenance.Served;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Log;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Text.Folding;
using Storyprint.Web.Log;
using Storyprint.Web.Rendering;

namespace Storyprint.Operations.Archive;

/// <summary>The contents of a publication at one moment, without texts.</summary>
internal sealed record ArchiveContents
{
    public required Publication Publication { get; init; }

    /// <summary>A stamp of what every page depends on: the program, the settings, the interface texts, the sections, and how often stories were changed without a release.</summary>
    public required string Basis { get; init; }

    /// <summary>A stamp of what every QR code depends on beside its story: what draws it, and the publication's address.</summary>
    public required string MarkBasis { get; init; }

    /// <summary>Stamps of what every social image of an edition depends on beside its story, by language.</summary>
    public required IReadOnlyDictionary<string, string> SocialImageBasis { get; init; }

    /// <summary>A stamp of the log's keys and policy, by which receipts are checked.</summary>
    public required string LogKeys { get; init; }

    public required long LogSize { get; init; }

    public required IReadOnlyList<StoryOutline> Stories { get; init; }

    public required IReadOnlyList<WithdrawnStory> Withdrawn { get; init; }

    public required IReadOnlyList<(string Hash, int Width)> Pictures { get; init; }

    /// <summary>The paths of documents and sounds.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Addresses of earlier systems that led to files and lists.</summary>
    public required IReadOnlyList<LegacyTarget> OldTargets { get; init; }

    /// <summary>Hashes of pictures that were withdrawn with their story.</summary>
    public required IReadOnlyList<string> WithdrawnPictures { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<SectionName>> Sections { get; init; }

    public required IReadOnlyList<int> SitemapFiles { get; init; }

    public required IReadOnlyList<string> Assets { get; init; }

    public static async Task<ArchiveContents> ReadAsync(Installation installation, Publication publication, IServiceProvider site, CancellationToken cancellation)
    {
        // The log's size is read first: what is released during the reads gets another pass, and no page is ahead of the log.
        var size = await site.GetRequiredService<LogStore>().SizeAsync(cancellation);
        var rewrites = (await new ChangeFeed(installation.Database).PositionAsync(cancellation)).Rewrites;
        var policy = await site.GetRequiredService<LogPolicy>().ReadAsync(cancellation);
        var outlines = installation.Stores.Outlines;
        var sections = new Dictionary<string, IReadOnlyList<SectionName>>();
        foreach (var edition in publication.Editions)
        {
            sections[edition.Language] = await site.GetRequiredService<TermStore>().SectionsAsync(edition, cancellation);
        }

        return new ArchiveContents
        {
            Publication = publication,
            Basis = ContentStamp.Compute([.. Programs(), Settings(publication), .. Texts(installation.TextsFolder), .. sections.SelectMany(each => each.Value).Select(section => $"{section}"), $"{rewrites}"]),
            MarkBasis = ContentStamp.Compute(typeof(QrSymbol).Module.ModuleVersionId.ToString(), publication.Address),
            SocialImageBasis = publication.Editions.ToDictionary(edition => edition.Language, edition => ContentStamp.Compute([
                .. Programs(), publication.Address, edition.Name, $"{edition.TimeZone} {edition.Calendar} {edition.Numerals}", .. Texts(installation.TextsFolder)])),
            LogKeys = ContentStamp.Compute(policy?.ToBytes() ?? []),
            LogSize = size,
            Stories = await outlines.AllAsync(cancellation),
            Withdrawn = await site.GetRequiredService<StoryStore>().WithdrawnAsync(cancellation),
            Pictures = await outlines.PicturesAsync(cancellation),
            Files = await outlines.FilesAsync(cancellation),
            OldTargets = await installation.Stores.LegacyTargets.AllAsync(cancellation),
            WithdrawnPictures = await installation.Stores.WithdrawnPictures.ListAsync(cancellation),
            Sections = sections,
            SitemapFiles = await site.GetRequiredService<StoryAddresses>().FilesAsync(cancellation),
            Assets = [.. site.GetRequiredService<PageAssets>().Files.Order(StringComparer.Ordinal)],
        };
    }

    // Another build of the program may render a story differently.
    private static IEnumerable<string> Programs() =>
        new[] { typeof(Installation), typeof(PageAssets), typeof(StoryStore), typeof(Publication), typeof(Fold), typeof(PublishedFiles), typeof(QrSymbol) }
            .Select(type => type.Module.ModuleVersionId.ToString());

    // Arrangements of front pages change often, and only front pages show them, which are asked for in every run.
    private static string Settings(Publication publication) => JsonSerializer.Serialize(
        publication with { Editions = [.. publication.Editions.Select(edition => edition with { FrontPage = null })] }, PublicationJson.Default.Publication);

    private static IEnumerable<string> Texts(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)
        : [];
}
