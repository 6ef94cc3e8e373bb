using System.Text;

namespace Storyprint.Formats.Imports;

/// <summary>Lists an archive's folder without ever leaving it.</summary>
internal static class ImportFolder
{
    private const int Deepest = 24;
    private const int MaxFiles = 1_000_000;

    // Folders of site generators that hold no stories: output, templates and packages.
    private static readonly HashSet<string> NotStories = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "_site", "_includes", "_layouts", "_sass", "archetypes", "themes", "resources", "vendor", "bower_components",
    };

    /// <summary>The files with these endings, in ordinal order. Hidden folders and links are not followed.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var files = new List<string>();
        if (Directory.Exists(folder))
        {
            Walk(new DirectoryInfo(folder), endings, files, 0);
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>The text of a UTF-8 file; or why it cannot be read, and in which line.</summary>
    public static (string? Text, string Reason, int Line) ReadUtf8(string path, long mostBytes)
    {
        var (bytes, reason) = ReadBytes(path, mostBytes);
        if (bytes is null)
        {
            return (null, reason, 0);
        }

        try
        {
            ReadOnlySpan<byte> content = bytes;
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content), string.Empty, 0);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(error.Index, 0, bytes.Length)).Count((byte)'\n');
            return (null, $"Line {line} is not UTF-8 text. Save the file as UTF-8 and import it again.", line);
        }
    }

    public static (byte[]? Bytes, string Reason) ReadBytes(string path, long mostBytes)
    {
        try
        {
            return new FileInfo(path).Length > mostBytes
                ? (null, $"The file is larger than {mostBytes / 1024 / 1024} MB, which no story is. Split it, or leave it.")
                : (File.ReadAllBytes(path), string.Empty);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file cannot be opened: {error.Message}");
        }
    }

    private static void Walk(DirectoryInfo folder, string[] endings, List<string> files, int depth)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Safe: a folder that cannot be read has no items.
            return;
        }

        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.') || entry.LinkTarget is not null || files.Count >= MaxFiles)
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                if (depth < Deepest && !NotStories.Contains(inner.Name))
                {
                    Walk(inner, endings, files, depth + 1);
                }
            }
            else if (endings.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                files.Add(entry.FullName);
            }
        }
    }
}
