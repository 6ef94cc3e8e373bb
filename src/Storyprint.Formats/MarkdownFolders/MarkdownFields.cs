using Storyprint.Formats.Html;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>What the fields of a front matter say of a story, under the names that site generators and their themes use.</summary>
internal static class MarkdownFields
{
    /// <summary>The headline, from a field or from the first heading, which then leaves the body; empty where there is none.</summary>
    /// <remarks>Titles for search engines come after the heading that readers saw.</remarks>
    public static string HeadlineOf(Fields fields, List<Block> body, ImportWarnings warnings)
    {
        var headline = HtmlPlainText.OneLine(fields.Text("title", "headline", "heading"), warnings, "the headline");
        if (body is [Heading { Level: 2 } first, ..] && (headline.Length == 0 || HtmlPlainText.Fold(first.Text.Plain) == headline))
        {
            headline = HtmlPlainText.Fold(first.Text.Plain);
            body.RemoveAt(0);
        }

        return headline.Length > 0 ? headline
            : HtmlPlainText.OneLine(fields.Text("pageTitle", "page_title", "name", "linkTitle", "metaTitle", "meta_title", "seoTitle", "seo_title", "ogTitle", "og_title"), warnings, "the headline");
    }

    /// <summary>The section that a story says or stands in, and its topics.</summary>
    public static (SectionName? Section, IReadOnlyList<string> Topics) Terms(Fields fields, MarkdownFileName name)
    {
        var categories = fields.List("categories", "category");
        var said = fields.Text("section") is { Length: > 0 } one ? one : categories.FirstOrDefault() ?? name.Section;
        var section = said is not null && Slug.From(said) is { IsEmpty: false } slug ? new SectionName(slug.Text, said) : null;
        var topics = fields.Take("tags", "topics", "keywords") is string words && !words.AsSpan().ContainsAny(",،;")
            ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [.. fields.List("tags", "topics", "keywords")];
        return (section, [.. categories.Where(category => category != said).Concat(topics).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The whole address that it had; a path alone may be that of any site.</summary>
    public static string? LinkOf(Fields fields) =>
        ((string[])["guid", "permalink", "url"]).Select(name => ArchiveIdentity.LinkOf(fields.Peek(name))).OfType<string>().FirstOrDefault();

    /// <summary>Its own story code, or null.</summary>
    public static StoryCode? Code(Fields fields, ImportWarnings warnings)
    {
        var text = fields.Text("code", "story_code", "storycode");
        var code = StoryCodeParseResult.Read(text).AnyCode;
        if (code is null && text.Length > 0)
        {
            warnings.Add($"“{ImportWarnings.Short(text)}” is no story code; it gets a new one.");
        }

        return code;
    }

    /// <summary>The addresses that led to it.</summary>
    public static List<string> LegacyUrls(Fields fields, MarkdownFileName name)
    {
        string[] own = [fields.Flag("permalink") is null ? fields.Text("permalink") : string.Empty, fields.Text("url")];
        var aliases = Fields.Parts(fields.Take("aliases")).Concat(Fields.Parts(fields.Take("redirect_from")));
        return [.. own.Concat(aliases).Select(Link).OfType<string>().Concat(own.Any(link => Link(link) is not null) ? [] : name.LegacyUrls).Distinct()];
    }

    // A pattern (/:year/:title/) belongs to the site generator and is not an address.
    private static string? Link(string text) =>
        text.Length == 0 || text.Contains("/:", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) ? null
        : Addresses.Earlier(text.Contains("://", StringComparison.Ordinal) || text[0] == '/' ? text : "/" + text);
}
