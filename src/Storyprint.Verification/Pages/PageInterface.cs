using AngleSharp.Dom;

namespace Storyprint.Verification.Pages;

/// <summary>
/// Looks at everything a page holds, elements, attributes and words, and finds what is of no phrase of a book: words that somebody put into a menu, a title that
/// shows beside the pointer, a description that is only heard, a style sheet.
/// </summary>
/// <param name="book">What may be said.</param>
/// <param name="origin">Scheme and host of the publication.</param>
/// <param name="isOfPage">Whether a picture belongs here, by the hash in its address.</param>
internal sealed class PageInterface(PhraseBook book, string origin, Func<string, bool> isOfPage)
{
    /// <summary>What pages say to programs only.</summary>
    public static readonly string[] MachineWords =
    [
        "width=device-width, initial-scale=1", "noindex", "website", "article", "summary", "summary_large_image", "current", "updated", "corrected", "retracted",
        "NewsArticle", "PropertyValue", "Story Code", "ImageObject", "Person", "NewsMediaOrganization", "CorrectionComment", "Retracted", "news", "how-to-check", "check", "print",
        "AnalysisNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "AudioObject", "VideoObject", "file",
    ];

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "link", "script", "style", "body", "a", "header", "footer", "main", "nav", "section", "article", "aside", "div", "p", "span",
        "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption", "blockquote", "picture", "source", "img", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "strong", "em", "code", "b", "bdi", "small", "sup", "sub", "br", "hr", "wbr", "time", "button", "del", "ins", "svg", "path", "audio", "video",
    };

    // Their values are shown or read to nobody, or are looked at by themselves.
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "id", "href", "src", "srcset", "sizes", "type", "rel", "lang", "dir", "hreflang", "charset", "name", "property", "width", "height", "loading", "decoding",
        "fetchpriority", "crossorigin", "as", "datetime", "scope", "tabindex", "role", "hidden", "viewbox", "d", "shape-rendering", "aria-current", "aria-hidden", "reversed",
        "data-copy", "data-note", "media", "xmlns", "controls", "preload", "poster",
    };

    /// <summary>What does not belong there, in a sentence; null where nothing is found.</summary>
    public string? Problem(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("*").Prepend(root))
        {
            if ((OfKind(element) ?? OfAttributes(element) ?? OfWords(element)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private string? OfKind(IElement element) => element.LocalName switch
    {
        var name when !Elements.Contains(name) => $"It has an element “{Short(name)}”, which no page has.",
        "script" when element.GetAttribute("type") == "application/ld+json" => Foreign(JsonStrings.Of(element.TextContent), "what it says to programs (JSON-LD)"),
        "script" when !IsAsset(element.GetAttribute("src")) || element.TextContent.Trim().Length > 0 => "It has a script that is not the program's.",
        "style" => PrintStyle.Problem(element.TextContent, book),
        "link" when element.GetAttribute("rel")?.Contains("stylesheet", StringComparison.OrdinalIgnoreCase) == true && !IsAsset(element.GetAttribute("href")) => "It has a style sheet that is not the program's.",
        "audio" or "video" when !IsFile(element.GetAttribute("src")) || (element.GetAttribute("poster") is { } poster && !IsPicture(poster)) => $"It plays a file that is not sealed: {Short(element.GetAttribute("src") ?? "")}",
        "img" when !IsPicture(element.GetAttribute("src")) => $"It shows a picture that is not sealed: {Short(element.GetAttribute("src") ?? "")}",
        "sup" when PageText.IsLinkNumber(element) && (element.ChildElementCount > 0 || !WordSequence.Of(element.TextContent).All(WordSequence.IsSmallNumber)) => $"It says “{Short(element.TextContent)}” where the number of a link stands.",
        "img" or "source" when Sources(element).FirstOrDefault(source => !IsPicture(source)) is { } other => $"It shows a picture that is not sealed: {Short(other)}",
        _ => null,
    };

    private string? OfAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            var (name, value) = (attribute.LocalName.ToLowerInvariant(), attribute.Value);
            if (name == "style" || name.StartsWith("on", StringComparison.Ordinal)
                || (name == "hidden" && element.LocalName != "button") || (name == "aria-hidden" && !element.ClassList.Contains("plate") && !element.ClassList.Contains("weekdays")))
            {
                return $"An element “{element.LocalName}” has an attribute “{Short(name)}”, which no page has.";
            }

            if (name == "data-note" ? !WordSequence.Of(value).All(WordSequence.IsSmallNumber) : name == "media" && value != "print")
            {
                return $"An element “{element.LocalName}” has “{Short(value)}” as its “{name}”, which no page has.";
            }

            if (!Silent.Contains(name) && !IsAddressOrTime(value) && book.FirstForeign(value) is { } foreign)
            {
                return $"It says “{Short(foreign)}” in an attribute “{Short(name)}”, which neither the story nor the interface says.";
            }
        }

        return null;
    }

    private string? OfWords(IElement element) =>
        element.LocalName is "script" or "style" || (PageText.IsInline(element) && element.ParentElement is not null) || book.FirstForeign(PageText.OwnOf(element)) is not { } foreign
            ? null
            : $"It says “{Short(foreign)}”, which neither the story nor the interface says.";

    private string? Foreign(IEnumerable<string>? texts, string place) => texts is null ? $"It cannot be read: {place}." : texts
        .Where(text => !IsAddressOrTime(text)).Select(book.FirstForeign).FirstOrDefault(foreign => foreign is not null) is { } found
            ? $"It says “{Short(found)}” in {place}, which neither the story nor the interface says."
            : null;

    // Addresses lead somewhere and are read by programs; where an address is to be read, it stands in the page's words.
    private bool IsAddressOrTime(string value) =>
        (value.StartsWith(origin, StringComparison.Ordinal) && value.AsSpan(origin.Length) is [] or ['/', ..] && !value.Contains(' ', StringComparison.Ordinal))
        || value.StartsWith("https://schema.org", StringComparison.Ordinal) && IsSchema(value) || IsDuration(value) || DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    // The vocabulary's own names: of itself, and of ways in which something is made.
    private static bool IsSchema(string value) => value == "https://schema.org"
        || (value.EndsWith("DigitalSource", StringComparison.Ordinal) && value["https://schema.org/".Length..].All(char.IsAsciiLetter));

    // ISO 8601, 5.5.2: PT3M5S.
    private static bool IsDuration(string value) => value is ['P', 'T', .. var rest, 'S'] && rest.Split('M').All(WordSequence.IsSmallNumber);

    private bool IsPicture(string? address) => address is not null
        && (IsLooks(address) || (address.Split('/') is ["", "media", var hash, _] && isOfPage(hash)) || (address.Split('/') is ["", "news", var id, "qr.svg"] && book.FirstForeign(id) is null));

    private bool IsFile(string? address) => address?.Split('/') is ["", "media", var hash, "file", _] && isOfPage(hash);

    /// <summary>The addresses of an element's pictures.</summary>
    public static IEnumerable<string> Sources(IElement element) => (element.GetAttribute("srcset") ?? string.Empty)
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(source => source.Split(' ')[0])
        .Concat(element.GetAttribute("src") is { } source ? [source] : []);

    private static bool IsAsset(string? address) => address?.Split('/') is ["", "assets", { Length: > 0 }] || IsLooks(address);

    // The publication's own logo, portraits and colours. Their addresses are made of what is behind them.
    private static bool IsLooks(string? address) => address?.Split('/') is ["", "looks", { Length: > 0 }];

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
