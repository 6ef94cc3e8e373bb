using AngleSharp.Dom;
using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

/// <summary>One piece of HTML, parsed as an import parses it, with a reader for what stands in it.</summary>
internal sealed class Markup
{
    private readonly IDocument document;

    public Markup(string html, HtmlToBlocksOptions? options = null)
    {
        document = HtmlToBlocks.Parse(html);
        Reader = new BlockReader(options ?? new HtmlToBlocksOptions(), Warnings);
    }

    public ImportWarnings Warnings { get; } = new();

    public BlockReader Reader { get; }

    public IElement First(string selector) => document.QuerySelector(selector)!;
}
