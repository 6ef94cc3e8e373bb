namespace Storyprint.Formats.Imports;

/// <summary>A file below an archive's folder, or a folder that is not gone into.</summary>
/// <param name="Why">Why it is not read, as a <see cref="SkippedItem.What"/>; empty for a file that may be.</param>
internal sealed record FolderEntry(string Path, string Why);

/// <summary>Lists everything below a folder. Links are not followed; folders of programs are told with the number of their files.</summary>
internal static class FolderEntries
{
    private const int Deepest = 24;
    private const int MaxFiles = 1_000_000;

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bower_components", "_site", "_includes", "_layouts", "_sass" };

    // Folders of a site's builder only where they stand beside its settings: below the content they are sections like others.
    private static readonly HashSet<string> OfBuilders = new(StringComparer.OrdinalIgnoreCase) { "archetypes", "themes", "resources", "vendor", "layouts" };

    private static readonly string[] Settings =
    [
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json", "_config.yml", "_config.yaml", "package.json", ".eleventy.js",
        "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "astro.config.mjs", "gatsby-config.js", "mkdocs.yml",
    ];

    // What browsers call the folder they save beside a page.
    private static readonly string[] SavedWith = ["_files", "-files", ".files", "_Dateien", "_fichiers", "_archivos", "_bestanden"];

    /// <summary>Files and folders in the ordinal order of their paths.</summary>
    public static List<FolderEntry> Of(string root)
    {
        var entries = new List<FolderEntry>();
        if (Directory.Exists(root))
        {
            Walk(new DirectoryInfo(root), entries, 0);
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return entries;
    }

    private static void Walk(DirectoryInfo folder, List<FolderEntry> entries, int depth)
    {
        FileSystemInfo[] inside;
        try
        {
            inside = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            entries.Add(new FolderEntry(folder.FullName, $"folder that cannot be read: {error.Message}"));
            return;
        }

        foreach (var entry in inside)
        {
            var why = entry.LinkTarget is not null ? "link, which is not followed"
                : entries.Count >= MaxFiles ? "beyond a million files; import parts of the folder"
                : entry is DirectoryInfo inner ? WhyNot(inner, inside, depth)
                : entry.Name.StartsWith('.') ? "hidden file"
                : string.Empty;
            if (entry is DirectoryInfo open && why.Length == 0)
            {
                Walk(open, entries, depth + 1);
            }
            else if (entries.Count <= MaxFiles)
            {
                entries.Add(new FolderEntry(entry.FullName, why));
            }
        }
    }

    private static string WhyNot(DirectoryInfo folder, FileSystemInfo[] beside, int depth)
    {
        var why = folder.Name.StartsWith('.') ? "hidden folder"
            : depth >= Deepest ? "folder that is too deep; import it by itself"
            : Programs.Contains(folder.Name) || (OfBuilders.Contains(folder.Name) && beside.Any(IsOfSite)) ? "folder of the site’s builder"
            : SavedWith.FirstOrDefault(ending => folder.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } saved && beside.Any(page => IsPage(page, folder.Name[..^saved.Length]))
                ? "files that a browser saved with a page"
            : string.Empty;
        return why.Length == 0 ? why : $"{why} ({Count(folder)})";
    }

    private static bool IsOfSite(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name is "content" or "_posts" : Settings.Contains(entry.Name);

    private static bool IsPage(FileSystemInfo entry, string name) => entry is FileInfo && FileKinds.IsPage(entry.Name) && Path.GetFileNameWithoutExtension(entry.Name) == name;

    private static string Count(DirectoryInfo folder)
    {
        var files = folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true }).Take(MaxFiles).ToList();
        var texts = files.Count(file => FileKinds.IsMarkdown(file.Name) || FileKinds.IsPage(file.Name));
        return (files.Count == 1 ? "1 file" : $"{files.Count} files") + (texts > 0 ? $", {texts} of them texts; import it by itself if they are stories" : string.Empty);
    }
}
