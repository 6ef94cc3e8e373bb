using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>A publication as files in a folder: an archive, a backup, a mirror.</summary>
internal sealed class SiteInFolder(string folder) : IPublishedSite
{
    private const int SlugFoldersRead = 16;
    private const int MaxPath = 1000;
    private const string PageFile = "index.html";

    public string Name { get; } = Path.GetFullPath(folder);

    public bool CanSayGone => false;

    public async Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation)
    {
        try
        {
            return Files(address).FirstOrDefault(File.Exists) is { } path ? await ReadFileAsync(path, limit, cancellation) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SourceUnreachableException(problem.Message, problem);
        }
    }

    private IEnumerable<string> Files(string address) => PublishedFiles.IsSafe(address) && HasForm(address) ? FilesOf(address) : FilesOfPage(address);

    // What the formats of the log name; all else is a page or a file as it stands in a link.
    private static bool HasForm(string address) =>
        address.StartsWith("log/", StringComparison.Ordinal) || address.StartsWith("api/", StringComparison.Ordinal) || address.StartsWith(".well-known/", StringComparison.Ordinal)
        || (address.StartsWith("news/", StringComparison.Ordinal) && address.Split('/')[^1] is var last && (last == "print" || last.All(sign => char.IsAsciiDigit(sign) || sign == '.')));

    private IEnumerable<string> FilesOfPage(string address)
    {
        var path = Uri.UnescapeDataString(address).Trim('/');
        if (path.Length == 0)
        {
            return [Path.Combine(Name, PageFile)];
        }

        var isWithin = path.Length <= MaxPath && path.Split('/').All(part => part is not ("" or "." or "..") && !part.Any(sign => char.IsControl(sign) || "\\:*?\"<>|".Contains(sign)));
        return isWithin ? [Path.Combine(Name, path), Path.Combine(Name, path, PageFile)] : [];
    }

    private IEnumerable<string> FilesOf(string address)
    {
        foreach (var file in PublishedFiles.FilesFor(address))
        {
            yield return Path.Combine(Name, file);
        }

        var deeper = Path.Combine(Name, address);
        if (PublishedFiles.MayHaveSlug(address) && Directory.Exists(deeper))
        {
            foreach (var slug in Directory.EnumerateDirectories(deeper).Where(path => Path.GetFileName(path) is not ("print" or "history" or "compare") and var name && PublishedFiles.IsSlugFolder(name)).Take(SlugFoldersRead).Order(StringComparer.Ordinal))
            {
                yield return Path.Combine(slug, "index.html");
            }
        }
    }

    private static async Task<SiteAnswer> ReadFileAsync(string path, int limit, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        return await BoundedStreamReader.ReadAsync(file, file.CanSeek ? file.Length : null, limit, cancellation);
    }
}
