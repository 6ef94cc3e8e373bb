using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Extracts plain text from HTML, for fields without blocks: headlines, standfirsts, names.</summary>
internal static class HtmlPlainText
{
    /// <summary>The words of a title or excerpt on one line.</summary>
    /// <param name="warnings">Is told the links and pictures that plain text has no room for.</param>
    /// <param name="place">What it is, for a sentence: "the standfirst".</param>
    public static string OneLine(string html, ImportWarnings? warnings = null, string place = "")
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return Fold(ControlCharacterFilter.Remove(html));
        }

        using var document = HtmlToBlocks.Parse(html);
        return From(document.Body!, warnings, place);
    }

    /// <summary>The visible words of an element, on one line.</summary>
    public static string From(IElement element, ImportWarnings? warnings = null, string place = "")
    {
        var told = warnings ?? new ImportWarnings();
        var blocks = new BlockReader(new HtmlToBlocksOptions(), told).Inside(element);
        foreach (var lost in blocks.SelectMany(Lost))
        {
            told.Add($"A {lost.What} in {place} was left out: {ImportWarnings.Short(lost.Address)}");
        }

        return Fold(string.Join(' ', blocks.SelectMany(block => Words(block, told, place))));
    }

    public static string Fold(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static IEnumerable<string> Words(Block block, ImportWarnings warnings, string place) => block switch
    {
        Embed embed => [embed.Address],
        Paragraph or Heading or BulletList or Quotation or PullQuote or ThematicBreak => BlockFlattener.Texts([block], warnings, place).Texts.Select(PlainWords.Of),
        _ => block.Texts,
    };

    private static IEnumerable<(string What, string Address)> Lost(Block block) => block is Picture picture
        ? [("picture", picture.Address ?? picture.Alt)]
        : block.RichTexts.SelectMany(text => text.Runs).Where(run => run.Link is not null).Select(run => ("link", run.Link!.Value.Address)).Distinct();
}
