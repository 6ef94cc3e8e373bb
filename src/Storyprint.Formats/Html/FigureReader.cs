using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads figures with their captions.</summary>
internal static class FigureReader
{
    public static IReadOnlyList<Block> Read(IElement figure, BlockReader reader)
    {
        if (PullQuoteReader.IsPull(figure))
        {
            return PullQuoteReader.Read(figure, reader);
        }

        var captions = figure.QuerySelectorAll("figcaption, .wp-caption-text").Where(caption => caption.ParentElement?.Closest("figure") == figure).ToList();
        foreach (var caption in captions)
        {
            caption.Remove();
        }

        var blocks = reader.Body(figure).ToList();
        var shown = IsGallery(figure) ? blocks.Count : 0;
        foreach (var caption in captions)
        {
            Give(caption, blocks, reader);
        }

        return shown > 1 ? InGallery(blocks, hasCaption: blocks.Count == shown + 1 && blocks[^1] is Paragraph) : blocks;
    }

    /// <summary>Whether an element holds the pictures of a gallery, by the class that editors give it.</summary>
    public static bool IsGallery(IElement element) => element.ClassList.Contains("wp-block-gallery") || element.GetAttribute(OwnBlocks.Attribute) == "gallery";

    /// <summary>Blocks of which the pictures remember that they stood in one gallery.</summary>
    /// <param name="hasCaption">Whether the paragraph at the end is its caption.</param>
    public static List<Block> InGallery(IReadOnlyList<Block> blocks, bool hasCaption = false)
    {
        var last = hasCaption ? blocks.Count - 2 : -1;
        return [.. blocks.Select((block, index) => block is not Picture picture ? block : picture with
        {
            Gallery = GalleryPlace.Inside | (index == 0 ? GalleryPlace.First : GalleryPlace.None) | (index == last ? GalleryPlace.BeforeCaption : GalleryPlace.None),
        })];
    }

    private static void Give(IElement caption, List<Block> blocks, BlockReader reader)
    {
        if (blocks is [Picture picture] && picture.Caption.IsEmpty)
        {
            var credit = TakeCredit(caption, reader.ImportWarnings);
            var (text, others) = reader.WordsInside(caption, "a caption");
            blocks[0] = picture with { Caption = text, Credit = credit.Length > 0 ? credit : picture.Credit };
            blocks.AddRange(others);
            return;
        }

        var (words, rest) = reader.WordsInside(caption, "a caption");
        switch (blocks)
        {
            case [] or _ when words.IsEmpty:
                break;
            case [Table { Caption: null } table]:
                blocks[0] = table with { Caption = HtmlPlainText.Fold(PlainWords.Of(words)) };
                NoteLinks(words, reader.ImportWarnings);
                break;
            case [Embed embed] when string.IsNullOrEmpty(embed.Title):
                blocks[0] = embed with { Title = HtmlPlainText.Fold(PlainWords.Of(words)) };
                NoteLinks(words, reader.ImportWarnings);
                break;
            case [Quotation { Speaker: null } quotation]:
                blocks[0] = quotation with { Speaker = QuotationAttribution.WithoutDash(HtmlPlainText.Fold(PlainWords.Of(words))) };
                NoteLinks(words, reader.ImportWarnings);
                break;
            default:
                blocks.Add(new Paragraph(words));
                break;
        }

        blocks.AddRange(rest);
    }

    private static string TakeCredit(IElement caption, ImportWarnings warnings)
    {
        var element = caption.QuerySelector(
            "cite, [class*=credit], [class*=Credit], [class*=copyright], [class*=photographer], [class*=attribution], [itemprop=copyrightHolder], [rel=author]");
        if (element is null)
        {
            return string.Empty;
        }

        var credit = HtmlPlainText.From(element, warnings, "the credit of a picture").Trim(' ', '|', '/', '—', '–');
        element.Remove();
        return credit.StartsWith('(') && credit.EndsWith(')') ? credit[1..^1].Trim() : credit;
    }

    private static void NoteLinks(RichText words, ImportWarnings warnings)
    {
        foreach (var run in words.Runs.Where(run => run.Link is not null))
        {
            warnings.Add($"A link in a caption was left out: {ImportWarnings.Short(run.Link!.Value.Address)}");
        }
    }
}
