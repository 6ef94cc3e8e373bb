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
        return Read(document.Body!, options, NoteScripts(document, new ImportWarnings()));
    }

    /// <summary>Converts the content of an element.</summary>
    public static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(IElement root, HtmlToBlocksOptions options) =>
        Read(root, options, new ImportWarnings());

    private static (IReadOnlyList<Block> Body, IReadOnlyList<string> ImportWarnings) Read(IElement root, HtmlToBlocksOptions options, ImportWarnings warnings)
    {
        var body = new BlockReader(options, warnings).Body(root);
        return (body, warnings.Sentences);
    }

    /// <summary>Converts HTML that is one text, such as a caption; what it holds beside words comes out beside it.</summary>
    /// <param name="place">What it is, for a sentence: "a caption".</param>
    internal static (RichText Text, IReadOnlyList<Block> Others) ReadText(string html, HtmlToBlocksOptions options, ImportWarnings warnings, string place)
    {
        var (texts, others) = ReadTexts(html, options, warnings, place);
        return (BlockFlattener.Join(texts), others);
    }

    /// <summary>Converts HTML that is nothing but texts, such as a comment.</summary>
    /// <inheritdoc cref="ReadText"/>
    internal static (IReadOnlyList<RichText> Texts, IReadOnlyList<Block> Others) ReadTexts(string html, HtmlToBlocksOptions options, ImportWarnings warnings, string place)
    {
        using var document = Parse(html);
        return BlockFlattener.Texts(new BlockReader(options, NoteScripts(document, warnings)).Inside(document.Body!), warnings, place);
    }

    /// <summary>Parses HTML with scripting disabled, after removing forbidden characters and too deep nesting.</summary>
    internal static IDocument Parse(string html) =>
        (parser ??= new HtmlParser(new HtmlParserOptions { IsScripting = false })).ParseDocument(HtmlDepthLimiter.Apply(ControlCharacterFilter.Remove(html)));

    // A script before the first word belongs to the head (HTML, "tree construction").
    private static ImportWarnings NoteScripts(IDocument document, ImportWarnings warnings)
    {
        if (document.Head!.Children.Any(ElementKinds.IsProgram))
        {
            warnings.Add(BlockReader.ScriptLeftOut);
        }

        return warnings;
    }

    // Creating a parser costs as much as parsing a story.
    [ThreadStatic]
    private static HtmlParser? parser;
}
