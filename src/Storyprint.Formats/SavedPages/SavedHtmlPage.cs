using AngleSharp.Dom;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Reads a page saved as HTML: finds the story, and the metadata of the page.</summary>
internal static class SavedHtmlPage
{
    private const string Programs = "script, style, noscript, iframe[height='0']";
    private const string Boxes = "aside, [role=complementary], .related";
    private const string Furniture = $"nav, {Boxes}, [role=navigation], [role=search], [aria-hidden=true], .social, .share, .sharing, .breadcrumb, .breadcrumbs, .comments, #comments, .advertisement, .ads";

    // A page without these few letters beside a box has its story in the box.
    private const int FewLetters = 300;

    private const int MinStoryLength = 200;

    private static readonly string[] Likely =
    [
        "[itemprop=articleBody]", ".news-body", ".news-text", ".newsbody", "#news-body", ".item-text", ".article-body", ".article__body", ".articleBody", ".story-body",
        ".entry-content", ".post-content", "article", "main", "[role=main]",
    ];

    // The last three hold comments and teasers too.
    private static readonly string Marked = string.Join(", ", Likely[..^3]);

    /// <param name="findFile">Finds the file of the archive that a link leads to.</param>
    public static SavedPage Read(string html, Func<string, string?>? findFile = null)
    {
        using var document = HtmlToBlocks.Parse(html);
        var root = document.Body!;
        var headline = document.QuerySelectorAll("h1").Select(title => HtmlPlainText.From(title)).FirstOrDefault(words => words.Length > 3);
        var meta = new PageMetadata(document);
        var published = meta.First("article:published_time", "datePublished", "ld:datePublished", "date", "DC.date.issued", "dcterms.created", "pubdate", "publish-date", "publishdate", "parsely-pub-date", "ld:dateCreated", "ld:uploadDate");
        var page = new SavedPage
        {
            Body = [],
            Headline = Headline(headline, meta.Peek("og:title", "ld:headline", "title", "DC.title", "headline", "ld:alternativeHeadline")) ?? Title(document),
            Date = document.QuerySelector("time[datetime]")?.GetAttribute("datetime") ?? published ?? string.Empty,
            Modified = meta.First("article:modified_time", "dateModified", "ld:dateModified", "og:updated_time", "last-modified") ?? string.Empty,
            Expires = meta.First("article:expiration_time", "unpublish_date", "ld:expires") ?? string.Empty,
            Link = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.First("og:url") ?? string.Empty,
            Author = meta.First("author") ?? HtmlPlainText.Fold(document.QuerySelector("[rel=author], [itemprop=author], .byline, .author")?.TextContent ?? string.Empty),
            Authors = meta.All("ld:author", "article:author", "DC.creator", "byl"),
            Section = meta.First("article:section", "ld:articleSection") ?? string.Empty,
            Topics = meta.All("article:tag", "ld:keywords", "news_keywords"),
            Language = document.DocumentElement.GetAttribute("lang") ?? string.Empty,
            Unread = meta.Unread,
        };

        RemoveAll(root.QuerySelectorAll(Programs));
        RemoveAll(root.QuerySelectorAll("form").Where(form => !ElementKinds.IsPageInForm(form) && !HoldsStory(form, root)));
        RemoveAll(root.QuerySelectorAll(Furniture).Where(element => !HoldsStory(element, root)));

        var home = Uri.TryCreate(page.Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
        var options = new HtmlToBlocksOptions { Address = home, FindFile = findFile };

        // Reading removes captions and speakers from the tree, so the surroundings are read from a copy.
        var (around, _) = HtmlToBlocks.Read((AngleSharp.Dom.IElement)root.Clone(), options);
        var (body, warnings) = HtmlToBlocks.Read(Story(root), options);
        return page with { Body = WithoutRules(body), Around = WithoutRules(around), ImportWarnings = warnings };
    }

    // Pages are ruled like paper: only a rule between two paragraphs of the text divides the text.
    private static List<Block> WithoutRules(IReadOnlyList<Block> blocks) =>
        [.. blocks.Where((block, at) => block is not ThematicBreak || (at > 0 && at + 1 < blocks.Count && IsText(blocks[at - 1]) && IsText(blocks[at + 1])))];

    private static bool IsText(Block block) => block is Paragraph paragraph && paragraph.Text.Plain.Length > 60;

    private static void RemoveAll(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToList())
        {
            element.Remove();
        }
    }

    // What a page marks as its story is that wherever it stands; a box beside the text is the text where there is no other.
    private static bool HoldsStory(IElement element, IElement root)
    {
        if (element.QuerySelector(Marked) is { } marked && marked.TextContent.Trim().Length > MinStoryLength)
        {
            return true;
        }

        var own = Words(element);
        return own > MinStoryLength && (element.LocalName == "form" || element.Matches(Boxes)) && Words(root) - own is < FewLetters and var rest && rest < own;
    }

    private static IElement Story(IElement root)
    {
        foreach (var selector in Likely)
        {
            var found = root.QuerySelectorAll(selector).MaxBy(element => element.TextContent.Length);
            if (found is not null && found.TextContent.Trim().Length > MinStoryLength)
            {
                // An element with a promising name may hold a teaser or the whole page: its paragraphs decide then.
                var (dense, score) = Densest(root);
                var isElsewhere = !found.Contains(dense) && score > 2 * Score(found);
                var isNarrower = found.Contains(dense) && score > 0.8 * Score(found) && found.TextContent.Length > 2 * dense.TextContent.Length;
                return isElsewhere || isNarrower ? dense : found;
            }
        }

        foreach (var element in root.QuerySelectorAll("header, footer").Where(element => element.QuerySelector("h1") is null).ToList())
        {
            element.Remove();
        }

        return Densest(root).Element;
    }

    // The element with most words in its own paragraphs; the whole page where none stands out.
    private static (IElement Element, int Score) Densest(IElement root)
    {
        var scores = new Dictionary<IElement, int>();
        foreach (var (box, words) in Paragraphs(root))
        {
            scores[box] = scores.GetValueOrDefault(box) + words;
        }

        var best = scores.Count == 0 ? default : scores.MaxBy(score => score.Value);
        return best.Key is not null && best.Value > root.TextContent.Length / 4 ? (best.Key, best.Value) : (root, 0);
    }

    private static int Score(IElement element) => Paragraphs(element).Sum(paragraph => paragraph.Words);

    // Long texts with the element that holds them: old sites write paragraphs as boxes, or as one text with line breaks.
    private static IEnumerable<(IElement Box, int Words)> Paragraphs(IElement root)
    {
        foreach (var paragraph in root.QuerySelectorAll("p"))
        {
            if (paragraph.ParentElement is { } parent && Words(paragraph) is > 40 and var words)
            {
                yield return (parent, words);
            }
        }

        foreach (var box in root.QuerySelectorAll("div, td, section, article, form"))
        {
            if (ElementKinds.OwnText(box) is > 120 and var words && box.ParentElement is { } parent)
            {
                yield return (box == root || box.Children.Any(child => child.LocalName == "br") ? box : parent, words);
            }
        }
    }

    private static int Words(IElement paragraph) =>
        paragraph.TextContent.Trim().Length - paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);

    // Some sites use the first heading for their own name; their OpenGraph title is the headline then.
    private static string? Headline(string? heading, string? told) =>
        heading is null || told is null || told.Contains(heading, StringComparison.OrdinalIgnoreCase) || heading.Split(' ').Length > 4 ? heading ?? told : told;

    // "Headline | Publication": the publication is the shorter end.
    private static string Title(IDocument document)
    {
        var title = HtmlPlainText.Fold(document.Title ?? string.Empty);
        var bar = title.LastIndexOfAny(['|', '»', '«']);
        return bar > title.Length / 2 ? title[..bar].Trim() : title;
    }
}
