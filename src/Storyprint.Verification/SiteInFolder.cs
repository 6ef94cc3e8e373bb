using Storyprint.Provenance.Served;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>A publication as files in a folder: an archive, a backup, a mirror.</summary>
internal sealed class SiteInFolder(string folder) : IPublishedSite
{
    private const int SlugFoldersRead = 16;

    public string Name { get; } = Path.GetFullPath(folder);

    public bool CanSayGone => false;

    public async Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation)
    {
        if (!PublishedFiles.IsSafe(address))
        {
            return null;
        }

        try
        {
            return Files(address).FirstOrDefault(File.Exists) is { } path ? await ReadFileAsync(path, limit, cancellation) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SourceUnreachableException(problem.Message, problem);
        }
    }

    private IEnumerable<string> Files(string address)
    {
        foreach (var file in PublishedFiles.FilesFor(address))
        {
            yield return Path.Combine(Name, file);
        }

        var deeper = Path.Combine(Name, address);
        if (PublishedFiles.MayHaveSlug(address) && Directory.Exists(deeper))
        {
            foreach (var slug in Directory.EnumerateDirectories(deeper).Where(path => PublishedFiles.IsSlugFolder(Path.GetFileName(path))).Take(SlugFoldersRead).Order(StringComparer.Ordinal))
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
