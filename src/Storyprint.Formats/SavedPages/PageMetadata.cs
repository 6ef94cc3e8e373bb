using System.Text.Json;
using AngleSharp.Dom;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.SavedPages;

/// <summary>What an HTML page says of itself to programs: meta elements, and the JSON-LD of its article. Records what was read, so that the report can name the rest.</summary>
internal sealed class PageMetadata
{
    private readonly List<(string Name, string Value)> values = [];
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    public PageMetadata(IDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            Add(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? string.Empty, meta.GetAttribute("content")!);
        }

        foreach (var script in document.QuerySelectorAll("script").Where(script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true))
        {
            foreach (var (name, value) in JsonLdArticle.Read(script.TextContent))
            {
                Add(JsonLdArticle.Prefix + name, value);
            }
        }
    }

    /// <summary>The first of these that says something; the others say the same in other words and are read with it.</summary>
    public string? First(params IReadOnlyList<string> names)
    {
        read.UnionWith(names);
        return names.Select(name => values.Find(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value).FirstOrDefault(value => value is not null);
    }

    /// <summary>The same without reading it: where it says something else than is taken, it is told.</summary>
    public string? Peek(params IReadOnlyList<string> names) =>
        names.Select(name => values.Find(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value).FirstOrDefault(value => value is not null);

    /// <summary>All values of the first of these names that has any.</summary>
    public IReadOnlyList<string> All(params IReadOnlyList<string> names)
    {
        read.UnionWith(names);
        return names.Select(name => values.Where(pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>What nobody read.</summary>
    public IReadOnlyList<(string Name, string Value)> Unread => [.. values.Where(pair => !read.Contains(pair.Name) && !IsBookkeeping(pair.Name)).Distinct()];

    /// <summary>Whether it steers browsers, search engines and networks, and is no word, name, date or link of the story.</summary>
    public static bool IsBookkeeping(string name) => Bookkeeping.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Bookkeeping =
    [
        "viewport", "theme-color", "generator", "robots", "googlebot", "bingbot", "slurp", "msapplication", "apple-", "application-name", "twitter:", "fb:", "al:", "ia:", "og:type", "og:site_name", "og:locale",
        "og:image:", "og:url", "og:video:", "og:audio:", "google", "yandex", "msvalidate", "baidu", "alexa", "p:domain_verify", "pinterest", "csrf", "referrer", "format-detection", "color-scheme",
        "handheldfriendly", "mobileoptimized", "mobile-web-app", "charset", "content-type", "verify", "facebook-domain", "norton", "parsely", "sailthru", "cxense", "chartbeat", "rating", "distribution",
        "revisit-after", "resource-type", "cache-control", "expires", "pragma", "x-ua", "next-head-count", "build", "version", "siteid", "pageid", "page-id", "article:publisher", "publisher", "copyright",
        "language", "content-language", "geo.", "icbm", "widthimage", "name", "position", "width", "height", "url", "logo", "contenturl", "progid", "originator", "ld:publisher", "ld:url", "ld:mainEntityOfPage",
        "ld:isAccessibleForFree", "ld:wordCount", "ld:copyright", "ld:@", "ld:articleBody", "ld:isPartOf", "ld:hasPart", "ld:potentialAction", "ld:speakable", "ld:commentCount", "ld:inLanguage", "ld:name", "ld:text",
    ];

    private void Add(string name, string value)
    {
        if (name.Length > 0 && HtmlPlainText.Fold(value) is { Length: > 0 } words)
        {
            values.Add((name, words));
        }
    }
}

/// <summary>The article in a page's JSON-LD (schema.org), flattened.</summary>
internal static class JsonLdArticle
{
    /// <summary>What the names begin with in <see cref="PageMetadata"/>.</summary>
    public const string Prefix = "ld:";

    private const int Deepest = 8;

    /// <summary>Names and values; a list gives its name several times, a person or place its name, a picture its address.</summary>
    public static IReadOnlyList<(string Name, string Value)> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 });
            return Articles(document.RootElement, 0).FirstOrDefault() is { ValueKind: JsonValueKind.Object } article
                ? [.. article.EnumerateObject().SelectMany(property => Values(property.Value, 0).Select(value => (property.Name, value)))]
                : [];
        }
        catch (JsonException)
        {
            // Safe: pages with broken JSON-LD are common, and what it says stands in the page too.
            return [];
        }
    }

    private static IEnumerable<JsonElement> Articles(JsonElement element, int depth) => element.ValueKind switch
    {
        _ when depth > Deepest => [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(entry => Articles(entry, depth + 1)),
        JsonValueKind.Object when IsArticle(element) => [element],
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is "@graph" or "mainEntity" or "mainEntityOfPage").SelectMany(property => Articles(property.Value, depth + 1)),
        _ => [],
    };

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type)
        && Values(type, 0).Any(name => name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "CreativeWork" or "ReviewNewsArticle");

    private static IEnumerable<string> Values(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when Text(value) is { Length: > 0 } text:
                return [text];
            case JsonValueKind.Array when depth < Deepest:
                return value.EnumerateArray().SelectMany(entry => Values(entry, depth + 1)).ToList();
            case JsonValueKind.Object when depth < Deepest:
                return ((string[])["name", "url", "contentUrl", "@id"]).Select(name => value.TryGetProperty(name, out var inner) ? Values(inner, depth + 1).FirstOrDefault() : null)
                    .OfType<string>().Take(1).ToList();
            default:
                return [];
        }
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return HtmlPlainText.OneLine(value.GetString() ?? string.Empty);
        }
        catch (InvalidOperationException)
        {
            // Safe: JSON can contain an unpaired surrogate, which no text may.
            return string.Empty;
        }
    }
}
