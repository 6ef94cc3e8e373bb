using AngleSharp.Dom;
using Storyprint.Formats.Html;


namespace Storyprint.Formats.SavedPages;

/// <summary>Reads a page saved as HTML: finds the story, and the metadata of the page.</summary>
internal static class SavedHtmlPage
{
    private const string Furniture = "nav, aside, script, style, noscript, iframe[height='0'], [role=navigation], [role=complementary], [role=search], [aria-hidden=true], .social, .share, .sharing, .related, .breadcrumb, .breadcrumbs, .comments, #comments, .advertisement, .ads";

    private static readonly string[] Likely =
    [
        "[itemprop=articleBody]", ".news-body", ".news-text", ".newsbody", "#news-body", ".item-text", ".article-body", ".article__body", ".articleBody", ".story-body",
        ".entry-content", ".post-content", "article", "main", "[role=main]",
    ];

    public static SavedPage Read(string html)
    {
        using var document = HtmlToBlocks.Parse(html);
        var root = document.Body!;
        var headline = document.QuerySelectorAll("h1").Select(HtmlPlainText.From).FirstOrDefault(words => words.Length > 3);
        var page = new SavedPage
        {
            Body = [],
            Headline = Headline(headline, Meta(document, "og:title")) ?? Title(document),
            Date = document.QuerySelector("time[datetime]")?.GetAttribute("datetime") ?? Meta(document, "article:published_time") ?? Meta(document, "datePublished") ?? string.Empty,
            Link = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(document, "og:url") ?? string.Empty,
            Author = Meta(document, "author") ?? HtmlPlainText.Fold(document.QuerySelector("[rel=author], [itemprop=author], .byline, .author")?.TextContent ?? string.Empty),
            Language = document.DocumentElement.GetAttribute("lang") ?? string.Empty,
        };

        var forms = root.QuerySelectorAll("form").Where(form => !ElementKinds.IsPageInForm(form));
        foreach (var element in root.QuerySelectorAll(Furniture).Concat(forms).ToList())
        {
            element.Remove();
        }

        var home = Uri.TryCreate(page.Link, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
        var options = new HtmlToBlocksOptions { Address = home };

        // Reading removes captions and speakers from the tree, so the surroundings are read from a copy.
        var (around, _) = HtmlToBlocks.Read((AngleSharp.Dom.IElement)root.Clone(), options);
        var (body, warnings) = HtmlToBlocks.Read(Story(root), options);
        return page with { Body = body, Around = around, ImportWarnings = warnings };
    }

    private static IElement Story(IElement root)
    {
        foreach (var selector in Likely)
        {
            var found = root.QuerySelectorAll(selector).MaxBy(element => element.TextContent.Length);
            if (found is not null && found.TextContent.Trim().Length > 200)
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
        foreach (var paragraph in root.QuerySelectorAll("p"))
        {
            if (paragraph.ParentElement is { } parent && Words(paragraph) is > 40 and var words)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + words;
            }
        }

        var best = scores.Count == 0 ? default : scores.MaxBy(score => score.Value);
        return best.Key is not null && best.Value > root.TextContent.Length / 4 ? (best.Key, best.Value) : (root, 0);
    }

    private static int Score(IElement element) => element.QuerySelectorAll("p").Select(Words).Where(words => words > 40).Sum();

    private static int Words(IElement paragraph) =>
        paragraph.TextContent.Trim().Length - paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);

    // Some sites use the first heading for their own name; their OpenGraph title is the headline then.
    private static string? Headline(string? heading, string? told) =>
        heading is null || told is null || told.Contains(heading, StringComparison.OrdinalIgnoreCase) || heading.Split(' ').Length > 4 ? heading ?? told : told;

    private static string? Meta(IDocument document, string name) =>
        document.QuerySelectorAll("meta[content]").FirstOrDefault(meta => (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) == name)
            ?.GetAttribute("content")?.Trim() is { Length: > 0 } content ? content : null;

    // "Headline | Publication": the publication is the shorter end.
    private static string Title(IDocument document)
    {
        var title = HtmlPlainText.Fold(document.Title ?? string.Empty);
        var bar = title.LastIndexOfAny(['|', '»', '«']);
        return bar > title.Length / 2 ? title[..bar].Trim() : title;
    }
}
