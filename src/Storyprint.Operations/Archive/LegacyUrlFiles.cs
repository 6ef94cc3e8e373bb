using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Archive;

/// <summary>Assigns files to legacy URLs where the archive's own files leave room.</summary>
internal sealed class LegacyUrlFiles(Publication publication)
{
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "s", "log", "api", "assets", "media", "gone", "index.html", "404.html", "readme.txt", "robots.txt", "trust.txt", "security.txt", "favicon.ico",
    };

    private static readonly HashSet<string> TakenInEdition = new(StringComparer.OrdinalIgnoreCase)
    {
        "section", "topic", "byline", "archive", "search", "about", "policies", "corrections", "how-to-check", "index.html",
    };

    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Claims the file of an address, if no other has it.</summary>
    /// <param name="path">Decoded, as legacy URLs are stored.</param>
    public IEnumerable<ArchiveAddress> Claim(string path)
    {
        var target = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (!IsFree(path.Trim('/').Split('/')) || ArchivePath.From(target, isPage: true) is not { } file)
        {
            return [];
        }

        var above = Above(file).ToList();
        if (folders.Contains(file) || above.Any(files.Contains) || !files.Add(file))
        {
            return [];
        }

        folders.UnionWith(above);
        return [new ArchiveAddress(target) { IsLegacyUrl = true, IsOptional = true, Status = StatusCodes.Status301MovedPermanently }];
    }

    private bool IsFree(string[] names) => names switch
    {
        [var first, ..] when first.StartsWith('.') || first.StartsWith("sitemap", StringComparison.OrdinalIgnoreCase) || Taken.Contains(first) => false,
        [var only] when IsCode(only) => false,
        ["news", var second, ..] => !IsCode(second),
        [var first, .. var rest] when publication.Edition(first) is not null => rest is [var second, ..] && !TakenInEdition.Contains(second) && !second.StartsWith("feed.", StringComparison.Ordinal),
        _ => true,
    };

    // 2004/03/flood is a legacy URL; 2004 alone may be the code of a story.
    private static bool IsCode(string name) => name.Length > 0 && char.IsAsciiDigit(name[0]) && name.All(sign => char.IsAsciiDigit(sign) || sign == '.');

    private static IEnumerable<string> Above(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            yield return file[..slash];
        }
    }
}
