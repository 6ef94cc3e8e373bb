using System.Net;
using System.Text;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>
/// Expands WordPress's shortcodes to HTML: captions, galleries, players and embeds. Of an unknown shortcode the words inside are kept and a warning names the
/// tag. Bracketed words that are no shortcode ("[sic]") are kept.
/// </summary>
internal static class ShortcodeExpander
{
    private const int MaxShortcodes = 5000;

    private static readonly HashSet<string> Known = ["caption", "wp_caption", "embed", "audio", "video", "gallery", "playlist", "youtube", "vimeo"];

    public static string Apply(string html, long storyId, WxrIndex index, ImportWarnings warnings)
    {
        if (!html.Contains('[', StringComparison.Ordinal))
        {
            return html;
        }

        var written = new StringBuilder(html.Length);
        var (copied, from) = (0, 0);
        var open = new HashSet<string>(StringComparer.Ordinal);
        for (var count = 0; ShortcodeTag.Next(html, from) is { } tag; count++)
        {
            from = tag.End;
            if (count == MaxShortcodes)
            {
                warnings.Add("There are more words in brackets than are read as shortcodes; the later ones stand as words.");
                break;
            }

            if (tag.IsEscaped)
            {
                // [[gallery]] is an escaped shortcode.
                written.Append(html, copied, tag.Start - copied).Append(html, tag.Start + 1, tag.End - tag.Start - 2);
                copied = tag.End;
                continue;
            }

            if (Replace(html, tag, open, storyId, index, warnings) is not { } replacement)
            {
                continue;
            }

            written.Append(html, copied, tag.Start - copied).Append(replacement.Html);
            copied = from = replacement.End;
        }

        return written.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>Figures of attachments, with their alternative texts and captions.</summary>
    public static string Pictures(IEnumerable<long> ids, WxrIndex index)
    {
        var html = new StringBuilder();
        foreach (var attachment in ids.Select(index.Attachment).OfType<WxrAttachment>())
        {
            html.Append("\n\n<figure><img src=\"").Append(WebUtility.HtmlEncode(attachment.Address))
                .Append("\" alt=\"").Append(WebUtility.HtmlEncode(attachment.Alt)).Append("\">")
                .Append("<figcaption>").Append(attachment.Caption).Append("</figcaption></figure>\n\n");
        }

        return html.ToString();
    }

    /// <summary>The same as one gallery.</summary>
    public static string Gallery(IEnumerable<long> ids, WxrIndex index) => Pictures(ids, index) is { Length: > 0 } pictures ? $"\n\n<figure class=\"wp-block-gallery\">{pictures}</figure>\n\n" : string.Empty;

    private static (string Html, int End)? Replace(string html, ShortcodeTag tag, HashSet<string> open, long storyId, WxrIndex index, ImportWarnings warnings)
    {
        if (tag.IsClosing)
        {
            return open.Contains(tag.Name) || Known.Contains(tag.Name) ? (string.Empty, tag.End) : null;
        }

        switch (tag.Name)
        {
            case "caption" or "wp_caption":
                return Caption(html, tag);
            case "gallery" or "playlist":
                return (Gallery(tag, storyId, index, warnings), tag.End);
            case "embed" or "youtube" or "vimeo" or "dailymotion" or "soundcloud" or "tweet" or "twitter" or "instagram" or "facebook" or "ted" or "audio" or "video" or "wpvideo":
                var inner = Inner(html, tag);
                var address = ShortcodeEmbeds.Address(tag, inner?.Words ?? string.Empty);
                if (address is not null)
                {
                    return ($"\n\n<p>{WebUtility.HtmlEncode(address)}</p>\n\n", inner?.End ?? tag.End);
                }

                break;
        }

        if (!open.Contains(tag.Name) && !tag.LooksLikeOne && Inner(html, tag) is null)
        {
            return null;
        }

        // Only the tag is removed; its content is read on, and the closing tag is removed when it is reached.
        open.Add(tag.Name);
        warnings.Add($"A shortcode was left out: {ImportWarnings.Long(html[tag.Start..tag.End])}");
        return (string.Empty, tag.End);
    }

    private static (string Html, int End) Caption(string html, ShortcodeTag tag)
    {
        if (Inner(html, tag) is not { } inner)
        {
            return (string.Empty, tag.End);
        }

        var picture = EndOfPicture(inner.Words);
        var words = inner.Words[picture..].Trim();
        if (words.Length == 0)
        {
            words = WebUtility.HtmlEncode(tag.Attribute("caption"));
        }

        return ($"\n\n<figure>{inner.Words[..picture]}<figcaption>{words}</figcaption></figure>\n\n", inner.End);
    }

    // The picture, with its link if any; the rest is the caption, which may contain links.
    private static int EndOfPicture(string words)
    {
        var image = words.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
        if (image < 0)
        {
            return 0;
        }

        var link = words.IndexOf("<a ", 0, image, StringComparison.OrdinalIgnoreCase) < 0 ? -1 : words.IndexOf("</a>", image, StringComparison.OrdinalIgnoreCase);
        var end = words.IndexOf('>', image);
        return link >= 0 ? link + 4 : end < 0 ? words.Length : end + 1;
    }

    private static string Gallery(ShortcodeTag tag, long storyId, WxrIndex index, ImportWarnings warnings)
    {
        var ids = (tag.Attribute("ids") is { Length: > 0 } given ? given : tag.Attribute("include"))
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(id => long.TryParse(id, out var number) ? number : 0)
            .ToList();
        if (ids.Count == 0)
        {
            ids = [.. index.AttachmentsOf(long.TryParse(tag.Attribute("id"), out var other) ? other : storyId)];
        }

        var missing = ids.Count(id => index.Attachment(id) is null);
        if (missing > 0 || ids.Count == 0)
        {
            warnings.Add(ids.Count == 0 ? "A gallery names no pictures that are in the file." : $"{missing} of the {ids.Count} files of a gallery are not in the file ({string.Join(", ", ids.Where(id => index.Attachment(id) is null).Take(20))}). {WxrBody.Parts}");
        }

        return tag.Name == "gallery"
            ? Gallery(ids, index)
            : string.Concat(ids.Select(index.Attachment).OfType<WxrAttachment>().Select(file => $"\n\n<p>{WebUtility.HtmlEncode(file.Address)}</p>\n\n"));
    }

    private static (string Words, int End)? Inner(string html, ShortcodeTag tag)
    {
        var closing = $"[/{tag.Name}]";
        var end = html.IndexOf(closing, tag.End, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : (html[tag.End..end], end + closing.Length);
    }
}
