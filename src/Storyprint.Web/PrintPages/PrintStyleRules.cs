using System.Globalization;
using System.Text;
using Storyprint.Print.Marks;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.PrintPages;

/// <summary>
/// The CSS rules that differ from print page to print page: paper size, sizes of the QR codes, page numbers, link, code and revision at every foot, and
/// the head of every page but the first, with the link mark.
/// </summary>
public static class PrintStyleRules
{
    /// <summary>The rules of a print page.</summary>
    public static string Create(PageContext page, PublishedStory story, Standing standing, PaperSize paper)
    {
        var link = page.Publication.PublicAddress.RevisionLink(story.Id);
        var (start, end) = page.Edition.IsRightToLeft ? ("right", "left") : ("left", "right");
        var head = string.Join('\n', page.Edition.Name, story.Content.PaperHeadline ?? story.Content.Headline, Foot(page, story, standing), $"\u2066{link}\u2069");
        return string.Concat(
            $":root{{--link-mark:{QrSizes.LinkMark}mm;--seal-mark:{QrSizes.SealMark}mm}}",
            $"@page{{size:{(paper == PaperSize.Letter ? "letter" : "A4")};",
            Margin($"top-{start}", Quoted(head), page.Edition.IsRightToLeft ? ";direction:rtl" : string.Empty),
            Margin($"top-{end}", $"url({MarkAddress(LinkMark.Create(page.Publication.PublicAddress, story.Id))})", $";width:{QrSizes.LinkMarkInMargin}mm;font-size:0"),
            Feet(page, story, standing),
            $"}}@page turned{{size:{(paper == PaperSize.Letter ? "letter" : "A4")} landscape}}@page:first{{{Margin("top-left", "none")}{Margin("top-right", "none")}}}");
    }

    /// <summary>The rules of a story page that is printed as it is: at every foot of the paper that the reader has, link, page number, code and revision.</summary>
    public static string CreateForStoryPage(PageContext page, PublishedStory story, Standing standing) =>
        $":root{{--link-mark:{QrSizes.LinkMark}mm}}@page{{{Feet(page, story, standing)}}}@page turned{{size:landscape}}";

    private static string Feet(PageContext page, PublishedStory story, Standing standing)
    {
        var counter = page.Edition.Numerals switch
        {
            Numerals.Persian => "persian",
            Numerals.Arabic => "arabic-indic",
            _ => "decimal",
        };
        var number = page.T("print.page").Split("{0}") is [var before, var rest] && rest.Split("{1}") is [var between, var after]
            ? $"{Quoted(before)} counter(page,{counter}) {Quoted(between)} counter(pages,{counter}) {Quoted(after)}"
            : $"counter(page,{counter})";
        var (start, end) = page.Edition.IsRightToLeft ? ("right", "left") : ("left", "right");
        return Margin($"bottom-{start}", Quoted(page.Publication.PublicAddress.RevisionLink(story.Id)))
            + Margin("bottom-center", number)
            + Margin($"bottom-{end}", Quoted(Foot(page, story, standing)));
    }

    private static string Foot(PageContext page, PublishedStory story, Standing standing) =>
        Revised(page, story, standing) + page.Texts.Format("print.foot", $"\u2066{story.Code}\u2069", page.Dates.Number(story.Number.Value));

    private static string Margin(string place, string content, string more = "") => $"@{place}{{content:{content}{more}}}";

    // A data URL: browsers fetch the pictures of page margins only when they print, too late for the first print.
    private static string MarkAddress(QrSymbol mark)
    {
        var modules = mark.Size - (2 * QrSymbol.QuietZone);
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{QrSizes.LinkMarkInMargin}mm" height="{QrSizes.LinkMarkInMargin}mm" viewBox="{QrSymbol.QuietZone} {QrSymbol.QuietZone} {modules} {modules}" shape-rendering="crispEdges"><path d="{mark.Path()}"/></svg>
            """;
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }

    // Every page of an older revision says that it is one and how the story stands now; every page of a retracted story says so, in every revision.
    private static string Revised(PageContext page, PublishedStory story, Standing standing) =>
        (story.IsCurrent && standing != Standing.Retracted ? string.Empty : $"{page.Word(standing)} · ")
        + (story.IsCurrent ? string.Empty : $"{page.Texts.Format("print.revision", page.Dates.Number(story.Number.Value))} < {page.Dates.Number(story.Current.Value)} · ");

    // A CSS string, escaped so that it can end neither itself nor the style element.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or '<' or '>' or '&' || rune.Value < 0x20)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
            }
            else
            {
                quoted.Append(rune);
            }
        }

        return quoted.Append('"').ToString();
    }
}
