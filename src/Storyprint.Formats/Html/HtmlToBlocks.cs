using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>
/// Turns HTML into blocks. Only what our blocks can say comes over: nothing that could run in a browser has a place to be in.
/// Words are never lost; what else is, is said in a sentence.
/// </summary>
public static class HtmlToBlocks
{
    /// <summary>Reads HTML of any quality.</summary>
    /// <param name="html">A fragment or a whole document.</param>
    /// <param name="options">Where it stood and how its line ends are meant.</param>
    /// <returns>The blocks in reading order, and one sentence for each kind of thing that was lost.</returns>
    public static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(string html, HtmlToBlocksOptions options)
    {
        using var document = Parse(html);
        return Read(document.Body!, options);
    }

    /// <summary>Reads what stands inside an element.</summary>
    public static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(IElement root, HtmlToBlocksOptions options)
    {
        var warnings = new ImportWarnings();
        var body = new BlockReader(options, warnings).Inside(root);
        return (body, warnings.Sentences);
    }

    /// <summary>Parses HTML with scripting off, after taking out what no text contains and what nests too deeply.</summary>
    internal static IDocument Parse(string html) =>
        (parser ??= new HtmlParser(new HtmlParserOptions { IsScripting = false })).ParseDocument(HtmlDepthLimiter.Apply(ControlCharacterFilter.Remove(html)));

    // Making a parser costs as much as reading a story with it.
    [ThreadStatic]
    private static HtmlParser? parser;
}
