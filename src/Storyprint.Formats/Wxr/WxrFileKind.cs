namespace Storyprint.Formats.Wxr;

/// <summary>Tells exports of WordPress from other files by how they begin.</summary>
internal static class WxrFileKind
{
    /// <summary>Whether a file begins as an export of WordPress does.</summary>
    public static bool IsExport(string file) => Head(file) is var head && head.Contains("<rss", StringComparison.OrdinalIgnoreCase) && (head.Contains("wordpress.org/export/", StringComparison.Ordinal) || head.Contains("<wp:", StringComparison.Ordinal));

    /// <summary>Whether a file begins as a news feed does, which an export is too.</summary>
    public static bool IsRss(string file) => Head(file).Contains("<rss", StringComparison.OrdinalIgnoreCase);

    private static string Head(string file)
    {
        if (Path.GetExtension(file).ToUpperInvariant() is not (".XML" or ".WXR" or ".RSS"))
        {
            return string.Empty;
        }

        try
        {
            var (stream, text) = WxrReader.Open(file);
            using (stream)
            using (text)
            {
                var head = new char[64 * 1024];
                return new string(head, 0, text.ReadBlock(head));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Safe: a file that cannot be opened is of no known format.
            return string.Empty;
        }
    }
}
