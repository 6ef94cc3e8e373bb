using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads block quotations.</summary>
internal static class QuotationReader
{
    public static IReadOnlyList<Block> Read(IElement quote, BlockReader reader, string? knownSpeaker = null)
    {
        if (PullQuoteReader.IsPull(quote))
        {
            return PullQuoteReader.Read(quote, reader, knownSpeaker);
        }

        var (texts, speaker, others) = Parts(quote, reader);
        return texts.Count == 0
            ? [.. (knownSpeaker ?? speaker) is { } only ? [new Paragraph(RichText.From(only))] : Array.Empty<Block>(), .. others]
            : [new Quotation(texts, Both(speaker, knownSpeaker)), .. others];
    }

    public static (IReadOnlyList<RichText> Texts, string? Speaker, IReadOnlyList<Block> Others) Parts(IElement quote, BlockReader reader)
    {
        var speaker = QuotationAttribution.TakeElement(quote, reader.ImportWarnings);
        var (texts, others) = BlockFlattener.Texts(reader.Inside(quote), reader.ImportWarnings, "a quotation");
        texts = [.. texts.Where(text => QuotationAttribution.WithoutDash(text.Plain).Length > 0)];
        if (speaker is null)
        {
            (texts, speaker) = QuotationAttribution.TakeDashed(texts);
        }

        BlockFlattener.NoteMoved(texts.Count == 0 ? [] : others, reader.ImportWarnings, "a quotation");
        return (texts, speaker, others);
    }

    public static string? Both(string? one, string? other) =>
        one is null || one == other ? other : other is null ? one : $"{one}, {other}";
}
