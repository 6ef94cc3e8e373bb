using Storyprint.Formats.Encodings;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>
/// Reads Markdown files with front matter or a first heading, as of Hugo, Jekyll, Eleventy and Storyprint itself. One file is one item, in the ordinal order of
/// their paths.
/// </summary>
/// <param name="path">The root of the archive, or a single file; nothing outside of the folder is read.</param>
/// <param name="options">The publication that the archive is imported into.</param>
public sealed class MarkdownImportReader(string path, ImportOptions options) : IImportReader
{
    private const long MaxBytes = 4 * 1024 * 1024;

    private readonly string root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <inheritdoc/>
    public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        var folder = Directory.Exists(path) ? ArchiveFolder.Open(path) : null;
        IReadOnlyList<string> files = folder?.Take(FileKinds.IsMarkdown) ?? [Path.GetFullPath(path)];
        if (files.Count == 0)
        {
            yield return new RejectedItem
            {
                Source = "markdown:",
                Label = Path.GetFileName(path),
                Reason = "There are no Markdown files (.md) in this folder that can be read.",
            };
        }

        var converter = new MarkdownStoryConverter(options, root);
        var reader = new MarkdownStoryConverter(options, root)
        {
            Translated = files.Select(file => converter.NameOf(Relative(file))).GroupBy(name => name.Translated, StringComparer.Ordinal)
                .Where(same => same.Select(name => name.Language).Distinct().Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal),
        };
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var item = Read(files[i], reader);
            folder?.NoteFilesOf(item);
            yield return item;
            progress?.Report((i + 1.0) / files.Count);
        }

        foreach (var item in folder?.Rest("markdown") ?? [])
        {
            yield return item;
        }
    }

    /// <summary>Reads a single file, as if its folder held nothing else.</summary>
    public static ImportedItem ReadFile(string path, ImportOptions options)
    {
        var reader = new MarkdownImportReader(Path.GetFullPath(path), options);
        return reader.Read(Path.GetFullPath(path), new MarkdownStoryConverter(options, reader.root));
    }

    private string Relative(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private ImportedItem Read(string file, MarkdownStoryConverter reader)
    {
        var relative = Relative(file);
        var source = "markdown:" + relative;
        RejectedItem Refused(string reason, int line = 0) => new() { Source = source, Label = Path.GetFileName(file), Line = line, Reason = reason };
        var (bytes, reason) = ImportFile.ReadBytes(file, MaxBytes);
        if (bytes is null)
        {
            return Refused(reason);
        }

        var text = TextEncodingDetector.Decode(bytes, options.Unlabelled);
        if (text.Text is null)
        {
            return Refused(text.Reason, text.Line);
        }

        return FrontMatter.Read(text.Text) switch
        {
            FrontMatter.Refused refused => Refused(refused.Reason, refused.Line),
            FrontMatter.Known known => reader.Convert(known with { EncodingDoubt = text.Doubt }, relative, source),
            _ => Refused("The file cannot be read.", 1),
        };
    }
}
