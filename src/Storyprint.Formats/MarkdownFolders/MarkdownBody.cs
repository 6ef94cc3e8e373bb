using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Reads the text below a front matter, with the pictures and files of its archive.</summary>
/// <param name="options">Says whether a single story is to be released: then its links lead to no other files.</param>
internal sealed class MarkdownBody(string root, ImportOptions options)
{
    private readonly PictureFileLocator pictures = new(root);
    private readonly ArchiveFileLinks files = new(root, ".md", ".markdown", "/index.md", "/_index.md");

    /// <summary>The path of a picture that a file names, or null where there is none.</summary>
    public string? FindPicture(string given, string relative) => pictures.Find(given, relative);

    /// <param name="own">The addresses that the story had itself.</param>
    public IReadOnlyList<Block> Read(FrontMatter.Known file, string relative, IReadOnlyList<string> own, ImportWarnings warnings) => MarkdownToBlocks.Read(
        relative.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? MdxComponents.Apply(file.Text, warnings) : file.Text,
        new HtmlToBlocksOptions
        {
            FindPicture = given => pictures.Find(given, relative),
            PublishedAt = options.IsForRelease && Uri.TryCreate(options.Publication.Address, UriKind.Absolute, out var home) ? home : null,
            FindFile = options.IsForRelease ? null : href => files.Find(href, relative) ?? FromAddress(href, own),
            TitlesAreCaptions = true,
        },
        warnings);

    // What is no file is meant from the address that the page had.
    private static string? FromAddress(string href, IReadOnlyList<string> own) =>
        own.Count > 0 && href is not ['/' or '#' or '?', ..] && Uri.TryCreate(new Uri("http://localhost"), own[0], out var page) && Uri.TryCreate(page, href.Replace('\\', '/'), out var target)
        && target.Host == page.Host ? (page.Host == "localhost" ? target.PathAndQuery + target.Fragment : target.AbsoluteUri) : null;
}
