using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Extracts plain text from HTML, for fields without blocks: headlines, standfirsts, names.</summary>
internal static class HtmlPlainText
{
    /// <summary>The words of a title or excerpt on one line.</summary>
    public static string OneLine(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return Fold(ControlCharacterFilter.Remove(html));
        }

        using var document = HtmlToBlocks.Parse(html);
        return From(document.Body!);
    }

    /// <summary>The visible words of an element, on one line.</summary>
    public static string From(IElement element)
    {
        var blocks = new BlockReader(new HtmlToBlocksOptions(), new ImportWarnings()).Inside(element);
        return Fold(string.Join(' ', blocks.Select(block => block is Embed embed ? embed.Address : string.Join(' ', block.Texts))));
    }

    public static string Fold(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
