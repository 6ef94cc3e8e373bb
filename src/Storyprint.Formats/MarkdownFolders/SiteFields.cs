namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Fields of a front matter that say how the old site was built, and nothing of the story.</summary>
internal static class SiteFields
{
    // Fields that only configure the site generator.
    private static readonly HashSet<string> Steering = new(StringComparer.OrdinalIgnoreCase)
    {
        "layout", "type", "toc", "comments", "comment", "math", "mathjax", "markup", "outputs", "sitemap", "eleventyNavigation", "menu", "nav",
        "url", "slug", "permalink", "classes", "header", "share", "related", "search", "searchable",
        "robots", "noindex", "cascade", "build", "_build", "excerpt_separator", "disqus", "ShowToc", "TocOpen", "hidden", "feed", "id", "guid",
        "eleventyExcludeFromCollections", "pagination", "theme", "css", "js", "published", "draft", "isCJKLanguage", "wordpress_id", "relative", "hiddenInList", "hiddenInSingle",
        "overlay_color", "overlay_filter", "showtoc", "showDate", "showReadingTime", "hideSummary", "sidebar", "full_width", "author_profile", "read_time",
    };

    // Where a story stands in lists is its date's here; what says that nothing is special loses nothing.
    private static readonly HashSet<string> Placing = new(StringComparer.OrdinalIgnoreCase) { "weight", "nav_order", "order", "sort", "featured", "pin", "pinned", "sticky", "highlight", "promoted" };

    /// <summary>Whether a field with these words says nothing of a story.</summary>
    public static bool SaysNothing(string name, string words) => words.Length == 0 || (Placing.Contains(name) && Fields.IsTrue(words) == false);

    /// <summary>Whether a field only configures the site generator.</summary>
    public static bool IsSteering(string name) => Steering.Contains(name);
}
