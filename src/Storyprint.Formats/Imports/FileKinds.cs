namespace Storyprint.Formats.Imports;

/// <summary>What a file in an archive's folder is, by the end of its name.</summary>
internal static class FileKinds
{
    private static readonly HashSet<string> Markdown = new(StringComparer.OrdinalIgnoreCase) { ".md", ".markdown", ".mdown", ".mkd", ".mdx" };

    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase) { ".html", ".htm", ".xhtml", ".txt" };

    private static readonly HashSet<string> Pictures =
        new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".ico" };

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4", ".webm", ".mov", ".avi", ".csv", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".epub",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".rst", ".adoc", ".asciidoc", ".asc", ".org", ".textile", ".wiki", ".mediawiki", ".tex", ".docx", ".doc", ".odt", ".rtf", ".pages", ".ipynb", ".mht", ".mhtml", ".webarchive",
    };

    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase) { ".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar" };

    public static bool IsMarkdown(string path) => Markdown.Contains(Path.GetExtension(path));

    /// <summary>Whether it may be a saved page.</summary>
    public static bool IsPage(string path) => Pages.Contains(Path.GetExtension(path));

    public static bool IsPicture(string path) => Pictures.Contains(Path.GetExtension(path));

    /// <summary>What a packed file is called when it is unpacked; empty for one that is packed in a way that is not read, null for one that is not packed.</summary>
    public static string? PackedName(string path)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path).ToLowerInvariant());
        return !Packed.Contains(ending) ? null
            : ending is ".zip" or ".tar" or ".tgz" ? name
            : ending != ".gz" ? string.Empty
            : name.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? name[..^4]
            : name;
    }

    /// <summary>Whether a packed file holds many.</summary>
    public static bool IsTar(string path) => path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a file that may hold stories cannot be read, and what to do; null for one that holds none.</summary>
    public static string? WhyRefused(string path) => Path.GetExtension(path) switch
    {
        var text when Texts.Contains(text) => $"Texts of this kind ({text}) are not read. Turn it into Markdown (pandoc does so: pandoc “{Path.GetFileName(path)}” -o story.md) and import it again.",
        var packed when Packed.Contains(packed) => $"It is packed ({packed}). Unpack it and import what is in it.",
        _ => null,
    };

    /// <summary>What a file is that is left out.</summary>
    public static string What(string path) => Path.GetExtension(path) switch
    {
        var picture when Pictures.Contains(picture) => "picture that no story shows",
        var document when Documents.Contains(document) => "document, sound or film, which comes in only where a story links to it",
        var page when Pages.Contains(page) => "page or text of another kind than the stories here; import it by itself if it is a story",
        var markdown when Markdown.Contains(markdown) => "Markdown of another kind than the stories here; import it by itself if it is a story",
        ".xml" or ".XML" or ".wxr" or ".rss" => "XML file; import it by itself if it is an export",
        "" => "file without a kind",
        var other => $"file of another kind ({other})",
    };
}
