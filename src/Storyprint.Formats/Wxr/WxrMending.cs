using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Wxr;

/// <summary>
/// Mends what has only one meaning in an item that is no sound XML: names of characters that HTML knows (<c>&amp;eacute;</c>), an ampersand or a sign of less that
/// stands alone, and a section whose end is missing before the end of its element. Anything else is for people.
/// </summary>
internal static partial class WxrMending
{
    private const string Cdata = "<![CDATA[";

    /// <summary>The item as sound XML, as far as these go, and what was mended.</summary>
    public static (string Text, IReadOnlyList<string> What) Mend(string item)
    {
        var mended = new StringBuilder(item.Length + 64);
        var what = new SortedSet<string>(StringComparer.Ordinal);
        var at = 0;
        while (at < item.Length)
        {
            var section = item.IndexOf(Cdata, at, StringComparison.Ordinal);
            mended.Append(Markup(section < 0 ? item[at..] : item[at..section], what));
            if (section < 0)
            {
                break;
            }

            at = Section(item, section, mended, what);
        }

        return (mended.ToString(), [.. what]);
    }

    private static string Markup(string markup, SortedSet<string> what) => Sign().Replace(markup, match =>
    {
        if (match.Value[0] == '<')
        {
            what.Add("<");
            return "&lt;";
        }

        var read = match.Length > 1 ? WebUtility.HtmlDecode(match.Value) : match.Value;
        what.Add(match.Length > 1 && read != match.Value ? match.Value : "&");
        return read != match.Value ? WebUtility.HtmlEncode(read) : "&amp;" + match.Value[1..];
    });

    // Copies a section; one without an end ends before its element does.
    private static int Section(string item, int start, StringBuilder mended, SortedSet<string> what)
    {
        var inside = start + Cdata.Length;
        var end = item.IndexOf("]]>", inside, StringComparison.Ordinal);
        var open = Opening().Match(item[Math.Max(0, start - 200)..start]);
        var closing = open.Success ? item.IndexOf($"</{open.Groups[1].Value}>", inside, StringComparison.Ordinal) : -1;
        var next = closing < 0 ? -1 : item.IndexOf(Cdata, closing, StringComparison.Ordinal);
        if (closing >= 0 && (end < 0 || (next >= 0 && next < end)))
        {
            what.Add("]]>");
            mended.Append(item, start, closing - start).Append("]]>");
            return closing;
        }

        end = end < 0 ? item.Length : end + 3;
        mended.Append(item, start, end - start);
        return end;
    }

    [GeneratedRegex(@"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,31};)?|<(?![A-Za-z_/!?])")]
    private static partial Regex Sign();

    [GeneratedRegex(@"<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>\s*$")]
    private static partial Regex Opening();
}
