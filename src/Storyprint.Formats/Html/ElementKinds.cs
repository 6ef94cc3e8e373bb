using AngleSharp.Dom;

namespace Storyprint.Formats.Html;

/// <summary>Classifies elements by name.</summary>
internal static class ElementKinds
{
    /// <summary>Elements without content for readers.</summary>
    public static HashSet<string> Silent { get; } = ["style", "template", "colgroup", "head", "title", "meta", "link", "base"];

    /// <summary>Form elements.</summary>
    public static HashSet<string> FormParts { get; } = ["form", "input", "select", "textarea", "datalist", "output"];

    /// <summary>Block elements whose content is read.</summary>
    public static HashSet<string> Boxes { get; } =
    [
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "details", "dl", "dd",
        "fieldset", "legend", "hgroup", "figcaption", "search", "li", "button", "body", "html", "marquee", "tr", "tbody", "caption", "td", "th",
    ];

    private static readonly HashSet<string> Texts =
        ["li", "dt", "dd", "td", "th", "caption", "figcaption", "address", "summary", "legend", "button", "pre", "listing", "xmp", "header", "footer", "nav"];

    /// <summary>Whether a box holds words of a list, a table or a caption, where an address that stands alone is no film.</summary>
    public static bool IsText(IElement box) => Texts.Contains(box.LocalName) || box.ClassList.Contains("wp-caption-text");

    /// <summary>Whether an element is a script; one with metadata about the page is no loss.</summary>
    public static bool IsProgram(IElement element) =>
        element.LocalName == "script" && element.GetAttribute("type")?.Contains("json", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>Whether a form only wraps the whole page, as ASP.NET writes it: it holds long texts beside its fields, and they are the story.</summary>
    public static bool IsPageInForm(IElement form) =>
        form.QuerySelectorAll("p").Any(paragraph => paragraph.TextContent.Trim().Length > 80)
        || form.QuerySelectorAll("div, section, article, td, span").Prepend(form).Any(box => OwnText(box) > 200);

    /// <summary>How many characters stand in an element itself and not in boxes or links inside it.</summary>
    public static int OwnText(IElement box) => box.ChildNodes.Where(node => node is IText or IElement { LocalName: "b" or "strong" or "i" or "em" or "br" or "font" }).Sum(node => node.TextContent.Trim().Length);
}
