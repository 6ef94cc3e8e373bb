namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Finds the files of pictures, always inside the archive's folder.</summary>
internal sealed class PictureFileLocator(string root)
{
    private static readonly string[] Folders = ["", "pictures", "images", "img", "static", "public", "assets", "assets/images", "assets/img", "static/images", "static/img", "media", "uploads"];

    private readonly string rootPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The address <c>file:PATH</c> relative to the archive's folder; the given text where there is no such file; null where it leads out of the folder.</summary>
    /// <param name="given">A relative address, or one beginning with a slash.</param>
    /// <param name="relativeFile">The story's path in the archive.</param>
    public string? Find(string given, string relativeFile)
    {
        var path = Decoded(given.Split('?', '#')[0]).Replace('\\', '/').TrimStart();
        if (path.Length is 0 or > 1024 || path.Contains('\0', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var isFromRoot = path[0] == '/';
        var name = path.TrimStart('/');
        var leadsOut = true;
        foreach (var start in Starts(relativeFile, isFromRoot))
        {
            foreach (var folder in Folders)
            {
                var full = Path.GetFullPath(Path.Combine(rootPath, start, folder, name));
                if (!full.StartsWith(rootPath + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    continue;
                }

                leadsOut = false;
                if (File.Exists(full) && !HasLink(full))
                {
                    return "file:" + Path.GetRelativePath(rootPath, full).Replace('\\', '/');
                }
            }
        }

        return leadsOut || path.Split('/').Contains("..") ? null : given;
    }

    // First beside the file, then in every folder above it up to the root.
    private static IEnumerable<string> Starts(string relativeFile, bool isFromRoot)
    {
        var folder = Path.GetDirectoryName(relativeFile) ?? string.Empty;
        if (isFromRoot)
        {
            yield return string.Empty;
        }

        while (folder.Length > 0)
        {
            yield return folder;
            folder = Path.GetDirectoryName(folder) ?? string.Empty;
        }

        yield return string.Empty;
    }

    private bool HasLink(string full)
    {
        for (FileSystemInfo? entry = new FileInfo(full); entry is not null && entry.FullName.Length > rootPath.Length; entry = Directory.GetParent(entry.FullName))
        {
            if (entry.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Decoded(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
}
