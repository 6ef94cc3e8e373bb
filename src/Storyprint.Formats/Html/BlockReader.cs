using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Converts a tree of HTML to blocks; lists, tables, quotations and figures have their own readers.</summary>
/// <param name="around">What holds for everything inside, such as a link around a heading.</param>
internal sealed class BlockReader(HtmlToBlocksOptions options, ImportWarnings warnings, InlineStyle around = default)
{
    public const string ScriptLeftOut = "A script was left out.";

    private readonly BodyWriter body = new(warnings);

    public HtmlToBlocksOptions Options => options;

    public ImportWarnings ImportWarnings => warnings;

    /// <summary>Reads the parts of a body: an address that stands alone there is an embed.</summary>
    public IReadOnlyList<Block> Body(INode parent) => Inside(parent, keepsAddresses: false);

    /// <summary>Reads what stands inside a text, such as a cell, with a reader of its own: an address that stands alone there is its words.</summary>
    public IReadOnlyList<Block> Inside(INode parent) => Inside(parent, keepsAddresses: true);

    private IReadOnlyList<Block> Inside(INode parent, bool keepsAddresses)
    {
        var reader = new BlockReader(options, warnings, around);
        reader.body.KeepsAddresses = keepsAddresses;
        reader.Children(parent, around);
        return reader.body.Finish();
    }

    /// <summary>Reads the blocks of an element itself with a reader of its own.</summary>
    public IReadOnlyList<Block> Alone(IElement element)
    {
        var reader = new BlockReader(options, warnings, around);
        reader.body.KeepsAddresses = true;
        reader.Element(element, around);
        return reader.body.Finish();
    }

    /// <summary>Reads the words inside an element as one text, and other blocks beside it.</summary>
    /// <param name="place">What it is, for a sentence: "a cell".</param>
    public (RichText Text, IReadOnlyList<Block> Others) WordsInside(INode parent, string place) => BlockFlattener.Flatten(Inside(parent), warnings, place);

    // Blocks inside a link are links too: a teaser, a card, a linked heading.
    private BlockReader Under(InlineStyle style) => style.Link == around.Link ? this : new BlockReader(options, warnings, new InlineStyle(Link: style.Link));

    private void Children(INode parent, InlineStyle style)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            body.Words.Append(parent.TextContent, style);
            return;
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                Words(text.Data, style);
            }
            else if (child is IElement element)
            {
                Element(element, style);
            }
        }
    }

    private void Words(string text, InlineStyle style)
    {
        if (!options.NewlinesBreak || style.Preformatted || !text.Contains('\n', StringComparison.Ordinal))
        {
            body.Words.Append(text, style);
            return;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && i < lines.Length - 1 && string.IsNullOrWhiteSpace(lines[i]))
            {
                body.EndParagraph();
            }
            else if (i > 0)
            {
                body.SoftBreak(style);
            }

            body.Words.Append(lines[i], style);
        }
    }

    private void Element(IElement element, InlineStyle style)
    {
        var name = element.LocalName;
        if (ElementKinds.Silent.Contains(name) || (name == "noscript" && element.QuerySelector("iframe") is null))
        {
            return;
        }

        if (element.GetAttribute(OwnBlocks.Attribute) is { } own && OwnBlocks.Read(own, element, Under(style)) is { } blocks)
        {
            body.AddAll(blocks);
            return;
        }

        switch (name)
        {
            case "script":
                if (ElementKinds.IsProgram(element))
                {
                    warnings.Add(ScriptLeftOut);
                }

                break;
            case "area" when element.GetAttribute("href") is { Length: > 0 } place:
                warnings.AddLinkOfPicture(place);
                break;
            case "svg":
                Drawing(element);
                break;
            case "input" when element.GetAttribute("type") == "checkbox" && element.ParentElement?.Closest("li") is not null:
                body.Words.Append(element.HasAttribute("checked") ? "☑ " : "☐ ", style);
                break;
            case "form" when ElementKinds.IsPageInForm(element):
                Box(element, style);
                break;
            case var part when ElementKinds.FormParts.Contains(part):
                Form(element);
                break;
            case "br":
                body.HardBreak(style);
                break;
            case "hr":
                body.Add(new ThematicBreak());
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, name[1] > '2' ? 3 : 2, style);
                break;
            case "ul" when FigureReader.IsGallery(element):
                body.AddAll(FigureReader.InGallery(ListReader.Read(element, Under(style))));
                break;
            case "ul" or "ol" or "menu" or "dir":
                body.AddAll(ListReader.Read(element, Under(style)));
                break;
            case "table":
                body.AddAll(TableReader.Read(element, Under(style)));
                break;
            case "blockquote":
                body.AddAll(QuotationReader.Read(element, Under(style)));
                break;
            case "figure":
                body.AddAll(FigureReader.Read(element, Under(style)));
                break;
            case "img" or "amp-img":
                Picture(element, style);
                break;
            case "iframe" or "video" or "audio" or "object" or "embed" or "amp-video" or "amp-youtube":
                body.EndParagraph();
                Children(MediaReader.Read(element, this, body.Add), style);
                body.EndParagraph();
                break;
            case "pre" or "listing" or "xmp":
                Box(element, new InlineStyle(IsVerse(element) ? Emphasis.None : Emphasis.Code, style.Link, Preformatted: true));
                break;
            case "dt" or "summary":
                Box(element, style.With(Emphasis.Strong));
                break;
            case var box when ElementKinds.Boxes.Contains(box):
                Box(element, style);
                break;
            default:
                Inline(element, style);
                break;
        }
    }

    private void Box(IElement element, InlineStyle style)
    {
        body.EndParagraph();
        if (PullQuoteReader.IsPull(element))
        {
            body.AddAll(PullQuoteReader.Read(element, Under(style)));
            return;
        }

        var before = body.KeepsAddresses;
        body.KeepsAddresses |= ElementKinds.IsText(element);
        Children(element, style);
        body.EndParagraph();
        body.KeepsAddresses = before;
    }

    private void Heading(IElement element, int level, InlineStyle style)
    {
        body.EndParagraph();
        var (text, others) = Under(style).WordsInside(element, "a heading");
        if (!text.IsEmpty)
        {
            body.Add(new Heading(level, text));
        }

        body.AddAll(others);
    }

    private void Picture(IElement element, InlineStyle style)
    {
        if (PictureReader.Emoji(element) is { } emoji)
        {
            body.Words.Append(emoji, style);
        }
        else if (PictureReader.Read(element, this) is { } picture)
        {
            LinkReader.NoteLinkOfPicture(style.Link, element, warnings);
            body.AddBesideWords(picture);
        }
    }

    // Fields have labels and choices, which are words of the page.
    private void Form(IElement form)
    {
        var words = HtmlPlainText.Fold(string.Join(' ', form.QuerySelectorAll("*").Prepend(form).SelectMany(part => part.ChildNodes.OfType<IText>()).Select(text => text.Data)));
        warnings.Add(words.Length == 0 ? "A form was left out." : $"A form was left out: “{ImportWarnings.Long(words)}”");
    }

    // Icons say nothing; a chart has words.
    private void Drawing(IElement drawing)
    {
        var words = HtmlPlainText.Fold($"{drawing.GetAttribute("aria-label")} {string.Join(' ', drawing.QuerySelectorAll("*").Where(part => part.ChildElementCount == 0 && part.LocalName is not "style").Select(part => part.TextContent))} {(drawing.ChildElementCount == 0 ? drawing.TextContent : string.Empty)}");
        if (words.Length > 0 && drawing.GetAttribute("aria-hidden") != "true")
        {
            warnings.Add($"A drawing (SVG) was left out: “{ImportWarnings.Long(words)}”");
        }
    }

    private void Inline(IElement element, InlineStyle style)
    {
        switch (element.LocalName)
        {
            case "a":
                if (element.ClassList.Contains("footnote-back-ref"))
                {
                    return;
                }

                // WordPress puts two links to one file side by side and separates them only by style.
                body.Words.Append(element.ClassList.Contains("wp-block-file__button") ? " " : string.Empty, style);
                Children(element, style with { Link = LinkReader.Read(element, this) ?? style.Link });
                return;
            case "q":
                body.Words.Append("“", style);
                Children(element, style);
                body.Words.Append("”", style);
                return;
            case "del" or "s" or "strike" when element.TextContent.Trim().Length > 0:
                warnings.Add($"Words that were struck out stand as ordinary words: “{ImportWarnings.Short(element.TextContent)}”.");
                break;
        }

        Children(element, style.With(InlineStyle.From(element)));
    }

    private static bool IsVerse(IElement element) => element.ClassList.Contains("wp-block-verse") || element.LocalName == "pre" && element.ClassList.Contains("verse");
}
