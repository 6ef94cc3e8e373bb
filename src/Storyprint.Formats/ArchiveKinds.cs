using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Formats.SavedPages;
using Storyprint.Formats.Wxr;

namespace Storyprint.Formats;

/// <summary>Guesses what kind of archive a file or folder is.</summary>
public static class ArchiveKinds
{
    /// <summary>The reader for the archive at a path, or null where it is none we know.</summary>
    /// <param name="path">A file or a folder on this machine.</param>
    /// <param name="options">The publication the archive goes into.</param>
    public static IArchiveReader? Open(string path, ArchiveOptions options)
    {
        if (Directory.Exists(path))
        {
            return ArchiveFolder.Files(path, ".md", ".markdown", ".mdx").Count > 0 ? new MarkdownArchive(path, options)
                : ArchiveFolder.Files(path, ".txt", ".html", ".htm", ".xhtml").Count > 0 ? new SavedPageArchive(path, options)
                : null;
        }

        return File.Exists(path)
            ? Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".TXT" or ".HTML" or ".HTM" or ".XHTML" => new SavedPageArchive(path, options),
                ".XML" or ".WXR" or ".RSS" when BeginsAsRss(path) => new WxrArchive(path, options),
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
            // Safe: a file that cannot be opened is no archive we know.
            return false;
        }
    }
}
