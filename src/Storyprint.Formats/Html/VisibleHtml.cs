using System.Text;
using AngleSharp.Dom;

namespace Storyprint.Formats.Html;

/// <summary>The words of a page as a browser shows them, a line for each block.</summary>
public static class VisibleHtml
{
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "audio", "video", "select", "datalist", "textarea", "input",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The text, and the address that the page says is its own; null where it says none.</summary>
    /// <param name="within">The element whose words are read, the first that a CSS selector finds.</param>
    /// <param name="without">Elements that are left out; null for none.</param>
    public static (string Text, string? Address) Read(string html, string within = "body", string? without = null)
    {
        using var document = HtmlToBlocks.Parse(html);
        foreach (var left in without is null ? [] : document.QuerySelectorAll(without).ToList())
        {
            left.Remove();
        }

        var address = document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href");
        return (document.QuerySelector(within) is { } element ? Lines(element) : "", address is { Length: > 0 and < 2048 } ? address : null);
    }

    private static string Lines(IElement body)
    {
        var text = new StringBuilder();
        INode? node = body;
        while (node is not null)
        {
            if (node is IText { Data: var data })
            {
                Append(text, data, isPreformatted: node.Parent is IElement { LocalName: "pre" });
            }

            var isHidden = node is IElement element && (Unseen.Contains(element.LocalName) || element.HasAttribute("hidden"));
            Break(text, node);
            if (!isHidden && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != body && node.NextSibling is null)
            {
                node = node.Parent;
                Break(text, node);
            }

            node = node is null || node == body ? null : node.NextSibling;
        }

        return text.ToString();
    }

    private static void Break(StringBuilder text, INode? node)
    {
        if (node is not IElement element || Inline.Contains(element.LocalName) || text.Length == 0 || text[^1] == '\n')
        {
            return;
        }

        // The cells of a row are one line, as browsers copy them.
        if (element.LocalName is not ("td" or "th"))
        {
            text.Append('\n');
        }
        else if (text[^1] != '\t')
        {
            text.Append('\t');
        }
    }

    private static void Append(StringBuilder text, string data, bool isPreformatted)
    {
        foreach (var character in data)
        {
            if (isPreformatted || character is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }
}
