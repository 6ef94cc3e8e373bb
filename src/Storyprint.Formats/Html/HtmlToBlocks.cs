using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>
/// Converts HTML to blocks. Only what blocks can express is imported, so nothing executable is. Words are never lost; a warning names everything else that is.
/// </summary>
public static class HtmlToBlocks
{
    /// <summary>Converts HTML of any quality.</summary>
    /// <param name="html">A fragment or a whole document.</param>
    /// <param name="options">Where it comes from and how its line ends are meant.</param>
    /// <returns>The blocks in reading order, and a sentence for each kind of thing that was lost.</returns>
    public static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(string html, HtmlToBlocksOptions options)
    {
        using var document = Parse(html);
        return Read(document.Body!, options);
    }

    /// <summary>Converts the content of an element.</summary>
    public static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(IElement root, HtmlToBlocksOptions options)
    {
        var warnings = new ImportWarnings();
        var body = new BlockReader(options, warnings).Body(root);
        return (body, warnings.Sentences);
    }

    /// <summary>Parses HTML with scripting disabled, after removing forbidden characters and too deep nesting.</summary>
    internal static IDocument Parse(string html) =>
        (parser ??= new HtmlParser(new HtmlParserOptions { IsScripting = false })).ParseDocument(HtmlDepthLimiter.Apply(ControlCharacterFilter.Remove(html)));

    // Creating a parser costs as much as parsing a story.
    [ThreadStatic]
    private static HtmlParser? parser;
}
