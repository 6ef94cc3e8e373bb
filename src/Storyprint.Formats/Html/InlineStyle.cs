using AngleSharp.Dom;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.Html;

/// <summary>The inherited style of words inside an element.</summary>
internal readonly record struct InlineStyle(Emphasis Emphasis = Emphasis.None, LinkTarget? Link = null, bool Preformatted = false)
{
    public InlineStyle With(Emphasis more) => this with { Emphasis = Emphasis | more };

    /// <summary>The emphasis that an element adds, by its name or by styles as written by Google Docs and Word.</summary>
    public static Emphasis From(IElement element) => element.LocalName switch
    {
        "em" or "i" or "cite" or "dfn" or "var" => Emphasis.Italic,
        "strong" or "b" => Dense(element) is var style && (style.Contains("font-weight:normal", StringComparison.Ordinal) || style.Contains("font-weight:400", StringComparison.Ordinal))
            ? Emphasis.None
            : Emphasis.Strong,
        "code" or "kbd" or "samp" or "tt" => Emphasis.Code,
        "sup" => Emphasis.Superscript,
        "sub" => Emphasis.Subscript,
        "span" or "font" => OfStyle(Dense(element)),
        _ => Emphasis.None,
    };

    private static string Dense(IElement element) =>
        (element.GetAttribute("style") ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private static Emphasis OfStyle(string dense)
    {
        var strong = dense.Contains("font-weight:bold", StringComparison.Ordinal) || dense.Contains("font-weight:700", StringComparison.Ordinal);
        return (strong ? Emphasis.Strong : Emphasis.None)
            | (dense.Contains("font-style:italic", StringComparison.Ordinal) ? Emphasis.Italic : Emphasis.None);
    }
}
