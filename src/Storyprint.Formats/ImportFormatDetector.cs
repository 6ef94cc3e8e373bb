using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Formats.SavedPages;
using Storyprint.Formats.Wxr;

namespace Storyprint.Formats;

/// <summary>Detects the format of an archive.</summary>
public static class ImportFormatDetector
{
    /// <summary>The reader for the archive at a path, or null where the format is unknown.</summary>
    /// <param name="path">A local file or folder.</param>
    /// <param name="options">The publication that the archive is imported into.</param>
    public static IImportReader? Open(string path, ImportOptions options)
    {
        if (Directory.Exists(path))
        {
            return ImportFolder.Files(path, ".md", ".markdown", ".mdx").Count > 0 ? new MarkdownImportReader(path, options)
                : ImportFolder.Files(path, ".txt", ".html", ".htm", ".xhtml").Count > 0 ? new SavedPageImportReader(path, options)
                : null;
        }

        return File.Exists(path)
            ? Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".TXT" or ".HTML" or ".HTM" or ".XHTML" => new SavedPageImportReader(path, options),
                ".XML" or ".WXR" or ".RSS" when BeginsAsRss(path) => new WxrImportReader(path, options),
                _ => null,
            }
            : null;
    }

    private static bool BeginsAsRss(string path)
    {
        try
        {
            using var reader = new StreamReader(path, detectEncodingFromByteOrderMarks: true);
            var head = new char[64 * 1024];
            return head.AsSpan(0, reader.ReadBlock(head)).Contains("<rss", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Safe: a file that cannot be opened is of no known format.
            return false;
        }
    }
}
