using Storyprint.Formats.Html;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The fields of a front matter. Records which were read, so that a warning can name the rest.</summary>
internal sealed class Fields(Dictionary<string, object> values)
{
    // Fields that only configure the site generator.
    private static readonly HashSet<string> Steering = new(StringComparer.OrdinalIgnoreCase)
    {
        "layout", "type", "toc", "comments", "comment", "math", "mathjax", "markup", "outputs", "sitemap", "eleventyNavigation", "menu", "nav",
        "url", "slug", "permalink", "classes", "header", "share", "related", "search", "searchable",
        "robots", "noindex", "cascade", "build", "_build", "resources", "excerpt_separator", "disqus", "ShowToc", "TocOpen", "hidden", "feed", "id", "guid",
        "eleventyExcludeFromCollections", "pagination", "redirect_to", "theme", "css", "js", "published", "draft", "isCJKLanguage", "wordpress_id",
    };

    private static readonly string[] NameKeys = ["name", "title", "display_name", "label"];

    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => values.Count == 0;

    /// <summary>These fields, and what a folder says for those that are not given.</summary>
    public Fields With(IEnumerable<Dictionary<string, object>> defaults)
    {
        var all = new Dictionary<string, object>(values, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in defaults.SelectMany(fields => fields).Where(field => field.Key is not ("_target" or "target")))
        {
            all.TryAdd(name, value);
        }

        return new Fields(all);
    }

    /// <summary>The first of these fields that has a value: text, list or map.</summary>
    public object? Take(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value) && value is not string { Length: 0 } and not List<object> { Count: 0 })
            {
                read.Add(name);
                return value;
            }
        }

        return null;
    }

    public string Text(params ReadOnlySpan<string> names) => Take(names) switch
    {
        string text => HtmlPlainText.Fold(text),
        List<object> list => HtmlPlainText.Fold(string.Join(' ', list.OfType<string>())),
        _ => string.Empty,
    };

    /// <summary>The text of a field, which still counts as unread.</summary>
    public string Peek(string name) => values.TryGetValue(name, out var value) && value is string text ? HtmlPlainText.Fold(text) : string.Empty;

    /// <summary>A list, or comma-separated text.</summary>
    public List<string> List(params ReadOnlySpan<string> names) => [.. Parts(Take(names)).Distinct()];

    /// <summary>The entries of a list, which may be maps with a name.</summary>
    public static IEnumerable<string> Parts(object? value) => value switch
    {
        string text => text.Split([',', '،', ';'], StringSplitOptions.RemoveEmptyEntries).Select(HtmlPlainText.Fold).Where(part => part.Length > 0),
        List<object> list => list.SelectMany(entry => entry is string one ? [HtmlPlainText.Fold(one)] : Parts(entry)).Where(part => part.Length > 0),
        Dictionary<string, object> map => NameKeys.Select(key => map.GetValueOrDefault(key) as string).Where(name => !string.IsNullOrWhiteSpace(name)).Take(1).Select(name => HtmlPlainText.Fold(name!)),
        _ => [],
    };

    /// <summary>Parses booleans in all the words of YAML.</summary>
    public bool? Flag(string name) => IsTrue(Text(name));

    /// <summary>Whether a word is true or false; null where it is neither.</summary>
    public static bool? IsTrue(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" or "1" => true,
        "FALSE" or "NO" or "OFF" or "N" or "NEVER" or "0" => false,
        _ => null,
    };

    // Where a story stands in lists is its date's here; what says that nothing is special loses nothing.
    private static readonly HashSet<string> Placing = new(StringComparer.OrdinalIgnoreCase) { "weight", "nav_order", "order", "sort", "featured", "pin", "pinned", "sticky", "highlight", "promoted" };

    private static bool SaysNothing(string name, object value) => value is string { Length: 0 } || (Placing.Contains(name) && value is string word && IsTrue(word.Trim()) == false);

    /// <summary>Names of the unread fields that have content.</summary>
    public IEnumerable<string> Unread => values
        .Where(pair => !read.Contains(pair.Key) && !Steering.Contains(pair.Key) && !SaysNothing(pair.Key, pair.Value))
        .Select(pair => pair.Key);
}
