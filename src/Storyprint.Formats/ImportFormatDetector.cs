using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Formats.SavedPages;
using Storyprint.Formats.Wxr;

namespace Storyprint.Formats;

/// <summary>Detects the format of an archive.</summary>
public static class ImportFormatDetector
{
    /// <summary>The folder that the pictures of an archive are looked for in, or null.</summary>
    public static string? FolderOf(string path) => Directory.Exists(path) ? path : FileKinds.IsMarkdown(path) ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;

    /// <summary>The reader for the archive at a path, or null where the format is unknown.</summary>
    /// <param name="path">A local file or folder.</param>
    /// <param name="options">The publication that the archive is imported into.</param>
    public static IImportReader? Open(string path, ImportOptions options)
    {
        if (Directory.Exists(path))
        {
            var folder = ArchiveFolder.Open(path);
            return folder.Has(FileKinds.IsMarkdown) ? new MarkdownImportReader(path, options)
                : folder.Has(WxrFileKind.IsExport) ? new WxrImportReader(path, options)
                : folder.Has(FileKinds.IsPage) ? new SavedPageImportReader(path, options)
                : null;
        }

        return !File.Exists(path) ? null
            : FileKinds.IsMarkdown(path) ? new MarkdownImportReader(path, options)
            : FileKinds.IsPage(path) ? new SavedPageImportReader(path, options)
            : WxrFileKind.IsRss(path) ? new WxrImportReader(path, options)
            : null;
    }
}
