using Storyprint.Storage.Stories;

namespace Storyprint.Operations.Archive;

/// <summary>
/// Pages that lead on from the addresses that files and lists had in earlier systems. A folder can bear any name, so the page for <c>boat.gif</c> is <c>boat.gif/index.html</c>:
/// it answers whoever follows a link, and no page that shows the picture from there.
/// </summary>
internal static class OldAddressParts
{
    // The addresses of WordPress that need no row of their own.
    private static readonly string[] Known = ["/feed", "/feed/atom", "/comments/feed", "/rss", "/wp-sitemap.xml"];

    public static IEnumerable<ArchivePart> Create(ArchiveContents contents, LegacyUrlFiles files)
    {
        var pictures = contents.Pictures.Select(picture => picture.Hash).ToHashSet(StringComparer.Ordinal);
        var documents = contents.Files.ToHashSet(StringComparer.Ordinal);
        foreach (var file in contents.OldTargets.Where(target => target.Hash is not null).GroupBy(target => target.Hash!))
        {
            // A file that no story shows is no part of an archive.
            List<LegacyTarget> targets = [.. file.Where(target => pictures.Contains(file.Key) || documents.Contains(target.Target))];
            if (Claim(files, targets.Select(target => target.Path)) is { Count: > 0 } addresses)
            {
                yield return new ArchivePart($"old/file/{file.Key}", ContentStamp.Compute([contents.Basis, .. targets.Select(target => $"{target.Path} {target.Target}")]), addresses);
            }
        }

        // Which list a word means depends on the stories.
        yield return new ArchivePart("old/lists", null, Claim(files, contents.OldTargets.Where(target => target.Hash is null).Select(target => target.Path).Concat(Known)));
    }

    private static List<ArchiveAddress> Claim(LegacyUrlFiles files, IEnumerable<string> paths) =>
        [.. paths.Where(path => !path.Contains('?', StringComparison.Ordinal)).SelectMany(files.Claim)];
}
