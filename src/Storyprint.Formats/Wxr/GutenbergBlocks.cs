using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>
/// Handles the comments that WordPress's block editor writes around blocks. Most add nothing to the HTML; those that do are written as HTML, and warnings name
/// blocks that are only filled in when a page is shown.
/// </summary>
internal static class GutenbergBlocks
{
    private const string Begin = "<!-- wp:";
    private const int LongestSegment = 200_000;

    // Blocks without content of their own.
    private static readonly HashSet<string> Silent = ["more", "nextpage", "separator", "spacer", "paragraph", "heading", "group", "columns", "column", "html", "freeform", "button", "buttons", "null", "list-item"];

    public static string Apply(string content, WxrIndex index, ImportWarnings warnings)
    {
        var html = new StringBuilder(content.Length);
        var dynamic = new SortedSet<string>(StringComparer.Ordinal);
        var copied = 0;
        int at;
        while ((at = content.IndexOf(Begin, copied, StringComparison.Ordinal)) >= 0)
        {
            var end = content.IndexOf("-->", at, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            html.Append(content, copied, at - copied);
            copied = end + 3;
            var inner = content[(at + Begin.Length)..end].Trim();
            var isWhole = inner.EndsWith('/');
            var name = NameOf(inner);
            if (Silent.Contains(name))
            {
                continue;
            }

            var segment = isWhole ? string.Empty : SegmentOf(content, copied, name);
            html.Append(Missing(name, inner, segment, isWhole, index, dynamic));
        }

        html.Append(content, copied, content.Length - copied);
        if (dynamic.Count > 0)
        {
            warnings.Add($"Blocks that WordPress fills in when a page is shown were left out: {string.Join(", ", dynamic)}.");
        }

        return html.ToString();
    }

    private static string NameOf(string inner)
    {
        var end = inner.IndexOfAny([' ', '\n', '\t', '\r', '{']);
        var name = (end < 0 ? inner : inner[..end]).TrimEnd('/');
        return name.StartsWith("core/", StringComparison.Ordinal) ? name[5..] : name;
    }

    private static string SegmentOf(string content, int start, string name)
    {
        var end = content.IndexOf($"<!-- /wp:{name}", start, Math.Min(content.Length - start, LongestSegment), StringComparison.Ordinal);
        return end < 0 ? string.Empty : content[start..end];
    }

    private static string Missing(string name, string inner, string segment, bool isWhole, WxrIndex index, SortedSet<string> dynamic)
    {
        var attributes = GutenbergAttributes.Read(inner);
        var address = attributes is { } given && given.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String && GutenbergAttributes.Text(url) is { Length: > 0 } words ? words : null;
        switch (name)
        {
            case "gallery" when !segment.Contains("<img", StringComparison.Ordinal) && attributes is { } gallery:
                return ShortcodeExpander.Gallery(Ids(gallery), index);
            case "cover" or "media-text" or "image" when address is not null && !Mentions(segment, address):
                return $"<figure><img src=\"{WebUtility.HtmlEncode(address)}\" alt=\"{WebUtility.HtmlEncode(GutenbergAttributes.Text(attributes, "alt"))}\"></figure>";
            case "image" when isWhole && attributes is { } image && image.TryGetProperty("id", out var id) && Number(id) is > 0 and var number:
                return ShortcodeExpander.Pictures([number], index);
            case var embed when embed is "embed" || embed.StartsWith("core-embed/", StringComparison.Ordinal):
                return address is not null && !segment.Contains("http", StringComparison.Ordinal) ? $"<p>{WebUtility.HtmlEncode(address)}</p>" : string.Empty;
            case "video" or "audio" or "file" when isWhole && GutenbergAttributes.Text(attributes, "src") is { Length: > 0 } source:
                return $"<p>{WebUtility.HtmlEncode(source)}</p>";
        }

        if (isWhole)
        {
            dynamic.Add(name == "block" ? $"reusable block {GutenbergAttributes.Text(attributes, "ref")}"
                : GutenbergAttributes.Words(attributes) is { Length: > 0 } said ? $"{ImportWarnings.Short(name.Replace('-', ' '))} (“{ImportWarnings.Long(said)}”)"
                : ImportWarnings.Short(name.Replace('-', ' ')));
        }

        return string.Empty;
    }

    private static bool Mentions(string segment, string address) =>
        segment.Contains(address, StringComparison.Ordinal) || segment.Contains(WebUtility.HtmlEncode(address), StringComparison.Ordinal);

    private static IEnumerable<long> Ids(JsonElement attributes) =>
        attributes.TryGetProperty("ids", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? ids.EnumerateArray().Select(Number)
            : [];

    // Plug-ins write numbers as strings too.
    private static long Number(JsonElement value) => long.TryParse(GutenbergAttributes.Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
