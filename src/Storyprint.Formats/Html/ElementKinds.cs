using AngleSharp.Dom;

namespace Storyprint.Formats.Html;

/// <summary>What the names of elements mean to us.</summary>
internal static class ElementKinds
{
    /// <summary>Elements that say nothing to a reader.</summary>
    public static HashSet<string> Silent { get; } = ["style", "svg", "template", "hr", "map", "colgroup", "head", "title", "meta", "link", "base"];

    /// <summary>Elements a reader would have to fill in.</summary>
    public static HashSet<string> FormParts { get; } = ["form", "input", "select", "textarea", "datalist", "output"];

    /// <summary>Elements that begin on a line of their own and whose words are read on.</summary>
    public static HashSet<string> Boxes { get; } =
    [
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "details", "dl", "dd",
        "fieldset", "legend", "hgroup", "figcaption", "search", "li", "button", "body", "html", "marquee", "tr", "tbody", "caption",
    ];

    /// <summary>Whether a form is only what some servers wrap around a whole page (ASP.NET does): its paragraphs are the story then.</summary>
    public static bool IsPageInForm(IElement form) => form.QuerySelectorAll("p").Any(paragraph => paragraph.TextContent.Trim().Length > 80);
}
