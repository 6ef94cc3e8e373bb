using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>
/// Reads folders of Markdown files with YAML front matter, as of Hugo, Jekyll, Eleventy and Storyprint itself. One file is one item, in the ordinal order of
/// their paths.
/// </summary>
/// <param name="folder">The root of the archive; nothing outside is read.</param>
/// <param name="options">The publication that the archive is imported into.</param>
public sealed class MarkdownImportReader(string folder, ImportOptions options) : IImportReader
{
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        var files = ImportFolder.Files(folder, ".md", ".markdown", ".mdx");
        if (files.Count == 0)
        {
            yield return new RejectedItem
            {
                Source = "markdown:",
                Label = Path.GetFileName(folder),
                Reason = "There are no Markdown files (.md) in this folder that can be read.",
            };
        }

        var reader = new MarkdownStoryConverter(options, folder);
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(files[i], reader);
            progress?.Report((i + 1.0) / files.Count);
        }
    }

    /// <summary>Reads a single file, as if its folder held nothing else.</summary>
    public static ImportedItem ReadFile(string path, ImportOptions options)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new MarkdownImportReader(folder, options).Read(Path.GetFullPath(path), new MarkdownStoryConverter(options, folder));
    }

    private ImportedItem Read(string path, MarkdownStoryConverter reader)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        var source = "markdown:" + relative;
        RejectedItem Refused(string reason, int line = 0) => new() { Source = source, Label = Path.GetFileName(path), Line = line, Reason = reason };
        var (text, reason, line) = ImportFolder.ReadUtf8(path, MaxBytes);
        if (text is null)
        {
            return Refused(reason, line);
        }

        return FrontMatter.Read(text) switch
        {
            FrontMatter.Refused refused => Refused(refused.Reason, refused.Line),
            FrontMatter.Known known => reader.Convert(known, relative, source),
            _ => Refused("The file cannot be read."),
        };
    }
}
