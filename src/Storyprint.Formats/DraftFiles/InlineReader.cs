using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Reads a text with emphasis and links. What it could not keep is refused, never dropped.</summary>
/// <param name="firstLine">The line of the file that the Markdown begins in.</param>
internal sealed partial class InlineReader(KnownBlocks known, int firstLine)
{
    private readonly List<TextRun> runs = [];
    private readonly List<Emphasis> tags = [];

    public static RichText Read(IEnumerable<Inline> inlines, KnownBlocks known, int firstLine)
    {
        var reader = new InlineReader(known, firstLine);
        foreach (var inline in inlines)
        {
            reader.Walk(inline, Emphasis.None, null);
        }

        return DraftText.From(reader.runs).ToRichText();
    }

    private void Walk(Inline inline, Emphasis emphasis, LinkTarget? link)
    {
        switch (inline)
        {
            case LiteralInline words:
                Add(words.Content.ToString(), emphasis, link);
                break;
            case HtmlEntityInline entity:
                Add(entity.Transcoded.ToString(), emphasis, link);
                break;
            case LineBreakInline lineBreak:
                Add(lineBreak.IsHard ? "\n" : " ", emphasis, link);
                break;
            case CodeInline code:
                Add(code.Content, emphasis | Emphasis.Code, link);
                break;
            case HtmlInline html:
                Tag(html, emphasis, link);
                break;
            case EmphasisInline marked:
                Inside(marked, emphasis | (marked.DelimiterCount == 2 ? Emphasis.Strong : Emphasis.Italic), link);
                break;
            case LinkInline { IsImage: true }:
                throw Refused(inline, "A picture stands among words. It needs a paragraph of its own, which begins with it.");
            case LinkInline to:
                Link(to, emphasis);
                break;
            case AutolinkInline address:
                Add(address.Url, emphasis, Target(inline, address.IsEmail ? "mailto:" + address.Url : address.Url));
                break;
            case DelimiterInline sign:
                Add(sign.ToLiteral(), emphasis, link);
                Inside(sign, emphasis, link);
                break;
            case ContainerInline container:
                Inside(container, emphasis, link);
                break;
            default:
                throw Refused(inline, "Something in this line cannot stand in a story.");
        }
    }

    private void Inside(ContainerInline container, Emphasis emphasis, LinkTarget? link)
    {
        foreach (var inline in container)
        {
            Walk(inline, emphasis, link);
        }
    }

    private void Add(string words, Emphasis emphasis, LinkTarget? link) => runs.Add(new TextRun(words, tags.Aggregate(emphasis, (all, tag) => all | tag), link));

    private void Link(LinkInline to, Emphasis emphasis)
    {
        if (to.Title is { Length: > 0 } title)
        {
            throw Refused(to, $"A link has no title here: “{title}”. Take it out, or write it into the text.");
        }

        var (target, first) = (Target(to, to.Url), runs.Count);
        Inside(to, emphasis, target);
        if (known.WasOf(target, string.Concat(runs.Skip(first).Select(run => run.Text))) is { } was)
        {
            for (var at = first; at < runs.Count; at++)
            {
                runs[at] = runs[at] with { Was = was };
            }
        }
    }

    private LinkTarget Target(Inline at, string? address) => LinkTarget.TryParse(address, out var target) ? target
        : throw Refused(at, $"A link cannot lead to “{address}”: it takes an address that begins with https:, http:, mailto: or tel:, or a path of this site such as /news/1125546.");

    private void Tag(HtmlInline html, Emphasis emphasis, LinkTarget? link)
    {
        var found = KnownTag().Match(html.Tag);
        var name = found.Groups[2].Value.ToLowerInvariant();
        if (!found.Success)
        {
            throw Refused(html, $"“{html.Tag}” is not read here; of HTML there are only <em>, <strong>, <code>, <sup>, <sub> and <br>. Words in pointed brackets are written \\<so>.");
        }

        if (name == "br")
        {
            Add("\n", emphasis, link);
            return;
        }

        var mark = name switch { "em" or "i" => Emphasis.Italic, "strong" or "b" => Emphasis.Strong, "code" => Emphasis.Code, "sup" => Emphasis.Superscript, _ => Emphasis.Subscript };
        if (found.Groups[1].Length == 0)
        {
            tags.Add(mark);
        }
        else if (tags.LastIndexOf(mark) is >= 0 and var last)
        {
            tags.RemoveAt(last);
        }
    }

    private RefusedDraftFile Refused(Inline at, string sentence) => new(firstLine + at.Line, sentence);

    [GeneratedRegex(@"^<(/?)(em|i|strong|b|code|sup|sub|br)\s*/?>$", RegexOptions.IgnoreCase)]
    private static partial Regex KnownTag();
}
