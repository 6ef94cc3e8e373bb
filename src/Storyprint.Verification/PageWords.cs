using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification;

/// <summary>
/// The words of the story on a news page or print page, held against what was sealed: every line in its order, and no other words. What the interface says
/// beside the story (dates, labels, the update's sentence, the links of its foot) stands in elements of its own and is not compared.
/// </summary>
internal static class PageWords
{
    // The interface's own, on the web and on paper.
    private const string Interface =
        "script, style, .sr, .dates, .date, .translations, section.news, p.news, aside, nav, .mast, .stamp, .links, .colophon, .corrections > h2, .corr > h2, sup.note, .embed, .elsewhere, .status";

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "bdi", "code", "em", "i", "small", "span", "strong", "sub", "sup", "wbr", "time" };

    /// <summary>What is wrong, in a sentence; null where the page says what was sealed.</summary>
    public static string? Problem(byte[] html, SealedLines lines)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        if (page.QuerySelectorAll("article") is not [var article, ..])
        {
            return "It has no article.";
        }

        var pictures = article.QuerySelectorAll("figure img").Select(image => image.GetAttribute("src") ?? "").Select(Hash).OfType<string>().ToList();
        Remove(article, Interface);
        var notes = Taken(article, ".retracted .reason").Concat(Notes(article)).ToList();
        Remove(article, ".retracted");
        var (bylines, place) = (Taken(article, ".byline a, .byline .author, .by .author"), Taken(article, ".body .place"));
        Remove(article, ".byline, .by");
        return Differs(bylines, lines.Of("byline")) ? "Its authors are not those that were sealed."
            : Differs(notes, lines.Of("correction")) ? "Its correction notes are not those that were sealed."
            : place.Count > 0 && Differs(place, lines.Of("dateline")) ? "Its dateline is not the one that was sealed."
            : !pictures.SequenceEqual(lines.Of("picture")) ? "Its pictures are not those that were sealed."
            : OfText(Words(Text(article)), lines);
    }

    private static string? OfText(List<string> said, SealedLines lines)
    {
        var at = 0;
        foreach (var line in lines.InPageOrder)
        {
            var words = Words(line);
            if (!said.Skip(at).Take(words.Count).SequenceEqual(words))
            {
                return $"It does not say “{Short(line)}” where that was sealed.";
            }

            at += words.Count;
        }

        return at == said.Count ? null : $"It says “{Short(string.Join(' ', said.Skip(at)))}”, which was not sealed.";
    }

    private static List<string> Notes(IElement article)
    {
        var paragraphs = article.QuerySelectorAll(".corrections .note > p:not(.found), .corr .note > p:not(.found)").ToList();
        paragraphs.ForEach(paragraph => Remove(paragraph, "b"));
        var notes = paragraphs.ConvertAll(paragraph => Text(paragraph));
        Remove(article, ".corrections .note > p:not(.found), .corr .note > p:not(.found)");
        Remove(article, ".corrections .found, .corr .found");
        return notes;
    }

    private static List<string> Taken(IElement article, string selector)
    {
        var elements = article.QuerySelectorAll(selector).ToList();
        var texts = elements.ConvertAll(element => Text(element));
        elements.ForEach(element => element.Remove());
        return texts;
    }

    private static void Remove(IElement within, string selector)
    {
        foreach (var element in within.QuerySelectorAll(selector).ToList())
        {
            element.Remove();
        }
    }

    private static bool Differs(List<string> said, IReadOnlyList<string> sealedTexts) =>
        !said.Select(text => string.Join(' ', Words(text))).SequenceEqual(sealedTexts.Select(text => string.Join(' ', Words(text))));

    // The bars between the cells of a row are the canonical text's.
    private static List<string> Words(string text) => [.. CanonicalLine.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "|")];

    private static string Text(INode node)
    {
        var text = new StringBuilder();
        Add(node, text);
        return text.ToString();
    }

    private static void Add(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
            }
            else if (child is IElement element)
            {
                var isBlock = !Inline.Contains(element.LocalName);
                text.Append(isBlock ? " " : "");
                Add(element, text);
                text.Append(isBlock ? " " : "");
            }
        }
    }

    private static string? Hash(string source) =>
        source.Split('/') is var parts && Array.IndexOf(parts, "media") is >= 0 and var at && at + 1 < parts.Length ? parts[at + 1] : null;

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
