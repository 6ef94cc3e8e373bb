using AngleSharp.Dom;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Links;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The words of the story on a news page or print page, held against what was sealed: every line in its order, and no other words. What the interface says
/// beside the story stands in elements of its own; <see cref="PageInterface"/> looks at it.
/// </summary>
internal static class PageWords
{
    // The interface's own, on the web and on paper.
    private const string Interface =
        "script, style, .sr, .dates, .date, .translations, section.news, p.news, aside, nav, .mast, .stamp, .onpaper, .links, .colophon, .corrections > h2, .corr > h2, sup.note, .embed, .elsewhere, .status, " +
        ".genre, .warning > b, .made, .how, .sources > h2, .file, .at-file, .transcript > .lead, .read-on > .lead, .corrects > b";

    /// <summary>What is wrong, in a sentence; null where the page says what was sealed.</summary>
    /// <param name="isOlder">Whether it shows a revision that is not the newest: then it says above its text what came since.</param>
    /// <param name="isPrint">Whether it is for paper.</param>
    public static string? Problem(IDocument page, SealedLines lines, bool isOlder = false, bool isPrint = false)
    {
        if (page.QuerySelectorAll("article") is not [var first, ..])
        {
            return "It has no article.";
        }

        var article = (IElement)first.Clone(deep: true);
        TableParts.Join(article);
        if (isOlder)
        {
            Remove(article, ".notice, .older, .retracted");
        }

        var topics = Taken(article, "nav.topics li");
        var news = Taken(article, "section.news > p:not(.when)").Concat(News(article)).ToList();
        var media = new PageMedia(article);
        Remove(article, Interface);
        var notes = Taken(article, ".retracted .reason").Concat(Notes(article)).ToList();
        Remove(article, ".retracted");
        var (bylines, place) = (Taken(article, ".byline a, .byline .author, .by .author"), Taken(article, ".body .place"));
        Remove(article, ".byline, .by");
        return Differs(bylines, lines.Of("byline")) ? "Its authors are not those that were sealed."
            : !lines.IsFirstVersion && Differs(news, lines.Of("note")) ? "What it says is new is not what was sealed."
            : !lines.IsFirstVersion && topics.Count > 0 && Differs(topics, [.. lines.Of("topic").Where(topic => !Slug.From(topic).IsEmpty)]) ? "Its topics are not those that were sealed."
            : Differs(notes, lines.Of("correction")) ? "Its correction notes are not those that were sealed."
            : place.Count > 0 && Differs(place, lines.Of("dateline")) ? "Its dateline is not the one that was sealed."
            : media.Problem(lines) is { } otherFiles ? otherFiles
            : !NumbersOf(article).SequenceEqual(lines.ItemNumbers) ? "The numbers of its lists are not those that were sealed."
            : OfText(Words(PageText.Of(article)), lines.InPageOrder(isPrint));
    }

    /// <summary>The numbers that items of lists bear by themselves.</summary>
    public static IEnumerable<string> NumbersOf(IElement element) => element.QuerySelectorAll("li[value]").Select(item => item.GetAttribute("value")!);

    private static string? OfText(List<string> said, IEnumerable<string> lines)
    {
        var at = 0;
        foreach (var line in lines)
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

    // On paper the words stand behind a label in the same line.
    private static List<string> News(IElement article)
    {
        foreach (var line in article.QuerySelectorAll("p.news"))
        {
            Remove(line, "b");
        }

        return Taken(article, "p.news");
    }

    private static List<string> Notes(IElement article)
    {
        var paragraphs = article.QuerySelectorAll(".corrections .note > p:not(.found), .corr .note > p:not(.found)").ToList();
        paragraphs.ForEach(paragraph => Remove(paragraph, "b"));
        var notes = paragraphs.ConvertAll(paragraph => PageText.Of(paragraph));
        Remove(article, ".corrections .note > p:not(.found), .corr .note > p:not(.found)");
        Remove(article, ".corrections .found, .corr .found");
        return notes;
    }

    private static List<string> Taken(IElement article, string selector)
    {
        var elements = article.QuerySelectorAll(selector).ToList();
        var texts = elements.ConvertAll(element => PageText.Of(element));
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

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
