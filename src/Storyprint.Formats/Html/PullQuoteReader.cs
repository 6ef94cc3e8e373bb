using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads pull quotes, recognised by the class their editor gave them.</summary>
internal static class PullQuoteReader
{
    public static bool IsPull(IElement element) => element.LocalName is "blockquote" or "aside" or "figure" or "div" or "p"
        && element.ClassList.Any(name => name is "pull" or "pullquote" or "pull-quote" or "wp-block-pullquote" or "is-style-pullquote");

    public static IReadOnlyList<Block> Read(IElement element, BlockReader reader, string? knownSpeaker = null)
    {
        // The class may be on the element around the quotation.
        foreach (var inner in element.QuerySelectorAll("blockquote").Where(IsPull))
        {
            inner.ClassName = null;
        }

        var (texts, speaker, others) = QuotationReader.Parts(element, reader);
        return texts.Count == 0
            ? others
            : [new PullQuote(BlockFlattener.Join(texts), QuotationReader.Both(speaker, knownSpeaker)), .. others];
    }
}
