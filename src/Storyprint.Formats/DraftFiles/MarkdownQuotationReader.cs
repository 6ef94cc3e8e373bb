using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;
using Block = Storyprint.Stories.Body.Block;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Reads a quotation or a pull quote, with its speaker.</summary>
internal sealed class MarkdownQuotationReader(KnownBlocks known, int firstLine)
{
    /// <param name="isPulled">Whether its first line marks it as a pull quote.</param>
    public Block Read(QuoteBlock quote, bool isPulled)
    {
        if (quote.FirstOrDefault(child => child is not ParagraphBlock) is { } other)
        {
            throw new RefusedDraftFile(firstLine + other.Line, "A quotation holds paragraphs and nothing else.");
        }

        List<ParagraphBlock> paragraphs = [.. quote.OfType<ParagraphBlock>()];
        List<List<Inline>> texts = [.. paragraphs.Select(paragraph => paragraph.Inline?.ToList() ?? [])];
        if (isPulled)
        {
            var mark = texts[0].FindIndex(inline => inline is LineBreakInline);
            texts[0] = mark < 0 ? [] : texts[0][(mark + 1)..];
        }

        string? speaker = null;
        if (texts.Count > 1 && texts[^1] is [LiteralInline first, ..] && IsSpeaker(first.Content.ToString()))
        {
            speaker = BodyReader.Field(Text(texts[^1]).Plain, BlockWriter.SpeakerMark);
            texts.RemoveAt(texts.Count - 1);
        }

        RichText[] passages = [.. texts.Select(Text)];
        return isPulled ? new PullQuote(BlockFlattener.Join(passages), speaker) : new Quotation(passages, speaker);
    }

    private static bool IsSpeaker(string words) => words == BlockWriter.SpeakerMark || words.StartsWith(BlockWriter.SpeakerMark + " ", StringComparison.Ordinal);

    private RichText Text(IEnumerable<Inline> inlines) => InlineReader.Read(inlines, known, firstLine);
}
