namespace Storyprint.Formats.Imports;

/// <summary>Finds the files of an archive that its items link to, and never one outside its folder.</summary>
/// <param name="root">The archive's folder.</param>
/// <param name="appended">What site generators leave away at the end of a link: ".md", "/index.md".</param>
internal sealed class ArchiveFileLinks(string root, params string[] appended)
{
    // Where generators look for what a link names from the root.
    private static readonly string[] Folders = ["", "content", "src", "_posts"];

    private readonly string rootPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The path of the linked file from the archive's folder, beginning with a slash; null where no file is meant.</summary>
    /// <param name="href">A link without a host, from the file or from the root.</param>
    /// <param name="relativeFile">The path of the file that links, from the archive's folder.</param>
    public string? Find(string href, string relativeFile)
    {
        var given = href.Split('?', '#')[0].Replace('\\', '/');
        var path = given.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(given) : given;
        if (path.Length is 0 or > 1024 || path.Contains('\0', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Trim('/').Length == 0)
        {
            return null;
        }

        var beside = Path.GetDirectoryName(relativeFile) ?? string.Empty;
        foreach (var folder in path[0] == '/' ? Folders : Folders.Prepend(beside))
        {
            foreach (var end in appended.Prepend(string.Empty))
            {
                var full = Path.GetFullPath(Path.Combine(rootPath, folder, path.Trim('/') + end));
                if (full.StartsWith(rootPath + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full))
                {
                    return "/" + string.Join('/', Path.GetRelativePath(rootPath, full).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
                }
            }
        }

        return null;
    }
}
