using Storyprint.Formats.Imports;

namespace Storyprint.Formats.SavedPages;

/// <summary>Reads print pages that somebody saved as text or HTML, one file for each story: all that is left of many archives.</summary>
/// <param name="path">A file (.txt, .html, .htm) or a folder of them.</param>
/// <param name="options">The publication that the archive is imported into.</param>
public sealed class SavedPageImportReader(string path, ImportOptions options) : IImportReader
{
    private const long MaxBytes = 8 * 1024 * 1024;

    private readonly ArchivePlace place = new(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty, options.Archive);

    private readonly ArchiveFileLinks files = new(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty, ".html", ".htm", "/index.html");

    /// <inheritdoc/>
    public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        var isFolder = Directory.Exists(path);
        IReadOnlyList<string> files = isFolder ? ImportFolder.Files(path, ".txt", ".html", ".htm", ".xhtml") : [path];
        if (files.Count == 0)
        {
            yield return new RejectedItem { Source = "saved:", Label = Path.GetFileName(path), Reason = "There are no saved pages (.txt, .html) in this folder that can be read." };
        }

        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(files[i], isFolder ? Path.GetRelativePath(path, files[i]).Replace('\\', '/') : Path.GetFileName(files[i]));
            progress?.Report((i + 1.0) / files.Count);
        }
    }

    private ImportedItem Read(string file, string relative)
    {
        var source = "saved:" + relative;
        RejectedItem Refused(string reason) => new() { Source = source, Label = relative, Reason = reason };
        var (bytes, reason) = ImportFolder.ReadBytes(file, MaxBytes);
        if (bytes is null)
        {
            return Refused(reason);
        }

        var (text, refusal) = TextEncodingDetector.Decode(bytes);
        if (text is null)
        {
            return Refused(refusal);
        }

        var isHtml = !file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        var page = isHtml ? SavedHtmlPage.Read(text, href => files.Find(href, relative)) : PlainTextPage.Read(text);
        return new SavedPageConverter(options).Convert(page, source, relative, place.Of("saved", relative));
    }
}
