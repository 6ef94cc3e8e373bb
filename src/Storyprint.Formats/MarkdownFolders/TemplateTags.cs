using System.Net;
using System.Text.RegularExpressions;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>
/// Converts the tags of Hugo (<c>{{&lt; … &gt;}}</c>) and Liquid (<c>{% … %}</c>): embeds and pictures are imported, words between two tags are kept, and
/// warnings name the rest.
/// </summary>
internal static partial class TemplateTags
{
    private const int MaxTag = 20_000;

    public static string Apply(string text, ImportWarnings warnings)
    {
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal))
        {
            return text;
        }

        text = Tag().Replace(text, match => Replacement(match, warnings));
        return Value().Replace(text, match => Quoted().Match(match.Groups[1].Value) is { Success: true } quoted
            ? quoted.Groups[1].Value
            : Lost(match.Value, warnings, silent: match.Groups[1].Value.Contains("baseurl", StringComparison.Ordinal) || match.Groups[1].Value.Contains("site.url", StringComparison.Ordinal)));
    }

    private static string Replacement(Match match, ImportWarnings warnings)
    {
        if (match.Length > MaxTag)
        {
            return Lost(match.Value, warnings);
        }

        var inside = match.Groups[1].Value.Trim().Trim('-').Trim();
        var parts = Parts().Matches(inside).Select(part => part.Value).ToList();
        if (parts.Count == 0 || parts[0].StartsWith('/') || parts[0].StartsWith("end", StringComparison.Ordinal) || parts[0] is "raw" or "comment" or "toc")
        {
            return string.Empty;
        }

        var name = parts[0].ToLowerInvariant();
        if (name is "include" or "include_relative" && parts.Count > 1)
        {
            name = Path.GetFileNameWithoutExtension(parts[1]).ToLowerInvariant();
            parts.RemoveAt(0);
        }

        var named = parts.Skip(1).Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => Unquoted(same.First()[1]), StringComparer.OrdinalIgnoreCase);
        var bare = parts.Skip(1).Where(part => !part.Contains('=', StringComparison.Ordinal) || part[0] is '"' or '\'').Select(Unquoted).ToList();
        string Named(params string[] names) => names.Select(key => named.GetValueOrDefault(key, string.Empty)).FirstOrDefault(value => value.Length > 0) ?? string.Empty;
        var id = Named("id", "src", "url", "video", "videoid", "video_id") is { Length: > 0 } own ? own : bare.FirstOrDefault() ?? string.Empty;
        return name switch
        {
            "ref" or "relref" when id.Length > 0 => LinkTo(id),
            "link" when id.Length > 0 => LinkTo("/" + id.TrimStart('/')),
            "post_url" when id.Length > 0 => LinkTo($"/{id.TrimStart('/')}.md"),
            "youtube" or "youtubeplayer" or "youtube-lite" or "video" or "vimeo" or "embed" or "tweet" or "x" or "twitter" or "instagram" or "gist" or "audio" or "iframe"
                when Address(name, id, Named("user"), bare) is { } address => $"\n\n{address}\n\n",
            "figure" or "image" or "img" or "picture" when Named("src", "image_path", "url", "link") is { Length: > 0 } source => Figure(source, Named),
            "figure" or "image" or "img" or "picture" when id.Length > 0 => Figure(id, Named),
            _ => Lost(match.Value, warnings),
        };
    }

    // A file of the archive, which the import leads to its story. Brackets and spaces would end the link of Markdown around it.
    private static string LinkTo(string file) => Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal);

    private static string? Address(string name, string id, string user, List<string> bare)
    {
        if (id.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || id.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return id.Any(char.IsWhiteSpace) ? null : id;
        }

        var key = Uri.EscapeDataString(id);
        return id.Length is 0 or > 100 ? null : name switch
        {
            "youtube" or "youtubeplayer" or "youtube-lite" => $"https://www.youtube.com/watch?v={key}",
            "vimeo" => $"https://vimeo.com/{key}",
            "tweet" or "x" or "twitter" => $"https://twitter.com/{Uri.EscapeDataString(user.Length > 0 ? user : "i")}/status/{key}",
            "instagram" => $"https://www.instagram.com/p/{key}/",
            "gist" when bare.Count > 1 => $"https://gist.github.com/{key}/{Uri.EscapeDataString(bare[1])}",
            _ => null,
        };
    }

    private static string Figure(string source, Func<string[], string> named)
    {
        var caption = string.Join(' ', new[] { named(["title"]), named(["caption"]) }.Where(words => words.Length > 0));
        var credit = named(["attr", "credit"]);
        return $"\n\n<figure><img src=\"{WebUtility.HtmlEncode(source)}\" alt=\"{WebUtility.HtmlEncode(named(["alt"]))}\" data-credit=\"{WebUtility.HtmlEncode(credit)}\">"
            + $"<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption></figure>\n\n";
    }

    private static string Lost(string tag, ImportWarnings warnings, bool silent = false)
    {
        if (!silent)
        {
            warnings.Add($"A tag of the old site’s builder was left out: {ImportWarnings.Short(tag)}");
        }

        return string.Empty;
    }

    private static string Unquoted(string text) => text.Trim().Trim('"', '\'', '`', '“', '”');

    [GeneratedRegex(@"(?:\{\{<|\{\{%|\{%)([^{}]*?)/?(?:>\}\}|%\}\}|%\})")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{([^{}\n]*)\}\}")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*[""']([^""']*)[""']\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\w-]+\s*=\s*(?:""[^""]*""|'[^']*'|`[^`]*`|“[^”]*”|[^\s""']+)|""[^""]*""|'[^']*'|[^\s]+")]
    private static partial Regex Parts();
}
