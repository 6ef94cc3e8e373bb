using Storyprint.Formats.Encodings;
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
        var folder = Directory.Exists(path) ? ArchiveFolder.Open(path) : null;
        IReadOnlyList<string> files = folder?.Take(FileKinds.IsPage) ?? [path];
        if (files.Count == 0)
        {
            yield return new RejectedItem { Source = "saved:", Label = Path.GetFileName(path), Reason = "There are no saved pages (.txt, .html) in this folder that can be read." };
        }

        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var item = Read(files[i], folder is null ? Path.GetFileName(files[i]) : Path.GetRelativePath(path, files[i]).Replace('\\', '/'));
            folder?.NoteFilesOf(item);
            yield return item;
            progress?.Report((i + 1.0) / files.Count);
        }

        foreach (var item in folder?.Rest("saved") ?? [])
        {
            yield return item;
        }
    }

    private ImportedItem Read(string file, string relative)
    {
        var source = "saved:" + relative;
        RejectedItem Refused(string reason, int line = 1) => new() { Source = source, Label = relative, Line = line, Reason = reason };
        var (bytes, reason) = ImportFile.ReadBytes(file, MaxBytes);
        if (bytes is null)
        {
            return Refused(reason, 0);
        }

        var text = TextEncodingDetector.Decode(bytes, options.Unlabelled);
        if (text.Text is null)
        {
            return Refused(text.Reason, text.Line);
        }

        var isHtml = !file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        var page = (isHtml ? SavedHtmlPage.Read(text.Text, href => files.Find(href, relative)) : PlainTextPage.Read(text.Text)) with { EncodingDoubt = text.Doubt };
        return new SavedPageConverter(options).Convert(page, source, relative, place.Of("saved", relative));
    }
}
