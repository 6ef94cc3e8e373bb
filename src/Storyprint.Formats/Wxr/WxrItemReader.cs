using System.Xml;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads one item element into its fields.</summary>
internal static class WxrItemReader
{
    private const int MaxHeadline = 500;
    private const int MaxContent = 8 * 1024 * 1024;
    private const int MaxOther = 64 * 1024;
    private const int MaxTerms = 500;

    // Other custom fields are only named in the report, and can be most of a file.
    private const int MaxTold = 500;

    private static readonly HashSet<string> WantedMeta =
    [
        "_thumbnail_id", "_wp_attachment_image_alt", "_wp_old_slug", "story_code", "dateline", "kicker", "footnotes", "enclosure", "cap-display_name", "cap-user_login",
    ];

    private static readonly HashSet<string> WantedOfComment =
    [
        "wp:comment_id", "wp:comment_author", "wp:comment_date", "wp:comment_date_gmt", "wp:comment_content", "wp:comment_approved", "wp:comment_type", "wp:comment_parent",
    ];

    /// <summary>Starts at the item's start tag and ends after its end tag.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="wanted">The fields to keep; null for all.</param>
    public static WxrItem Read(WxrReader reader, IReadOnlySet<string>? wanted = null)
    {
        var item = new WxrItem { Line = reader.Line };
        var xml = reader.Xml;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return item;
        }

        var depth = xml.Depth;
        xml.Read();
        reader.HasGuessed = false;
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            Field(reader, item, wanted);
        }

        item.HasGuessedCharacters = reader.HasGuessed;
        xml.Read();
        return item;
    }

    private static void Field(WxrReader reader, WxrItem item, IReadOnlySet<string>? wanted)
    {
        var name = reader.Xml.Name;
        switch (name)
        {
            case var other when wanted?.Contains(other) == false:
                reader.Xml.Skip();
                break;
            case "category":
                Term(reader, item);
                break;
            case "wp:postmeta":
                Meta(reader, item, isWhole: wanted is null);
                break;
            case "wp:comment":
                item.Comments.Add(Comment(reader));
                break;
            default:
                if (reader.Xml.GetAttribute("url") is { Length: > 0 } file)
                {
                    item.Files.Add(file.Trim());
                }

                var limit = name == "content:encoded" ? MaxContent : MaxOther;
                var text = reader.TextInside(limit, out var cut);
                if (name == "title")
                {
                    text = HtmlPlainText.OneLine(text);
                    (text, cut) = text.Length > MaxHeadline ? (text[..(MaxHeadline - (char.IsHighSurrogate(text[MaxHeadline - 1]) ? 1 : 0))], true) : (text, cut);
                }

                item.Add(name, text);
                if (cut)
                {
                    item.Cut.Add(name);
                }

                break;
        }
    }

    // Mail and network addresses are nobody's business here.
    private static Dictionary<string, string> Comment(WxrReader reader)
    {
        var (fields, xml) = (new Dictionary<string, string>(StringComparer.Ordinal), reader.Xml);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return fields;
        }

        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && WantedOfComment.Contains(xml.Name))
            {
                var name = xml.Name;
                fields[name] = reader.TextInside(MaxOther, out _);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
        return fields;
    }

    private static void Term(WxrReader reader, WxrItem item)
    {
        var (domain, nicename) = (reader.Xml.GetAttribute("domain") ?? string.Empty, reader.Xml.GetAttribute("nicename") ?? string.Empty);
        var name = HtmlPlainText.OneLine(reader.TextInside(1024, out _));
        if (item.Terms.Count < MaxTerms && (name.Length > 0 || nicename.Length > 0))
        {
            item.Terms.Add(new WxrTerm(domain, nicename, name));
        }
    }

    private static void Meta(WxrReader reader, WxrItem item, bool isWhole)
    {
        var xml = reader.Xml;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        var (key, depth) = (string.Empty, xml.Depth);
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "wp:meta_key")
            {
                key = reader.TextInside(255, out _).Trim();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.Name == "wp:meta_value" && (WantedMeta.Contains(key) || (isWhole && !WxrBookkeeping.IsMeta(key))))
            {
                var value = reader.TextInside(WantedMeta.Contains(key) ? MaxOther : MaxTold, out _).Trim();
                item.Meta[key] = value;
                if (key == "_wp_old_slug" && value.Length > 0)
                {
                    item.OldSlugs.Add(value);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }
}
