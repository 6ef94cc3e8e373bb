using System.Text;

namespace Storyprint.Formats.Html;

/// <summary>
/// Removes the tags of elements that are nested too deeply, before parsing: the parser's work grows with the square of the depth, and recursion with the stack.
/// </summary>
internal static class HtmlDepthLimiter
{
    private const int Deepest = 200;

    // Elements that the parser closes implicitly: they do not nest even if end tags are missing.
    private static readonly HashSet<string> NeverNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "html", "head", "body",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    public static string Apply(string html)
    {
        if (html.AsSpan().Count('<') <= Deepest)
        {
            return html;
        }

        StringBuilder? kept = null;
        var (depth, copied, at) = (0, 0, 0);
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            var closing = at + 1 < html.Length && html[at + 1] == '/';
            var name = NameAt(html, at + (closing ? 2 : 1));
            if (name.Length == 0 || NeverNesting.Contains(name))
            {
                at++;
                continue;
            }

            var end = html.IndexOf('>', at);
            end = end < 0 ? html.Length : end + 1;
            if (closing ? depth-- > Deepest : ++depth > Deepest)
            {
                kept ??= new StringBuilder(html.Length);
                kept.Append(html, copied, at - copied).Append(' ');
                copied = end;
            }

            depth = Math.Max(depth, 0);
            at = end;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 24 && (char.IsAsciiLetterOrDigit(html[end]) || (end > start && html[end] is '-' or ':')))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : string.Empty;
    }
}
