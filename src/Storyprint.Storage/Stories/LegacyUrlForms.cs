using System.Text.RegularExpressions;

namespace Storyprint.Storage.Stories;

/// <summary>The forms in which an old address may be asked: the one that was stored first, then what other systems append to it, and other letter cases.</summary>
public static partial class LegacyUrlForms
{
    private const int MaxStripped = 3;

    // What WordPress knows a post by in a query, at any path.
    private static readonly string[] Numbers = ["p", "page_id", "attachment_id"];

    /// <summary>The keys to look up, best first, as <see cref="LegacyUrl.Normalize"/> gives them.</summary>
    /// <param name="path">Percent-decoded.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public static IReadOnlyList<string> Of(string path, string query) =>
        Keys(WithQuery(path, query).Concat(Paths(path)));

    /// <summary>The keys that hold something of the query.</summary>
    public static IReadOnlyList<string> OfQuery(string path, string query) => Keys(WithQuery(path, query));

    /// <summary>Whether a parameter only tells where a reader comes from.</summary>
    public static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking().IsMatch(name);

    /// <summary>The key that finds other letter cases of a stored one; null where that is the key itself.</summary>
    public static string? OtherCase(string kept) => kept.ToLowerInvariant() is var lower && lower != kept ? lower : null;

    private static IReadOnlyList<string> Keys(IEnumerable<string> forms) => [.. forms.SelectMany(form => new[] { form, form.ToLowerInvariant() }).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> WithQuery(string path, string query)
    {
        if (query.Length < 2)
        {
            yield break;
        }

        if (LegacyUrl.Normalize(Escaped(path) + query) is { } whole)
        {
            yield return whole;
        }

        var pairs = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0])).ToList();
        if (pairs.Count > 0 && LegacyUrl.Normalize($"{Escaped(path)}?{string.Join('&', pairs)}") is { } some)
        {
            yield return some;
        }

        foreach (var number in pairs.Select(pair => pair.Split('=')).Where(pair => pair.Length == 2 && Numbers.Contains(pair[0]) && pair[1].All(char.IsAsciiDigit)))
        {
            yield return $"{Trimmed(path)}/?{number[0]}={number[1]}";
            yield return $"/?p={number[1]}";
            yield return $"/?page_id={number[1]}";
        }
    }

    private static IEnumerable<string> Paths(string path)
    {
        var rest = Trimmed(path);
        for (var stripped = 0; rest.Length > 0; stripped++)
        {
            yield return rest;
            if (rest.StartsWith("/index.php/", StringComparison.OrdinalIgnoreCase))
            {
                yield return rest["/index.php".Length..];
            }

            var slash = rest.LastIndexOf('/');
            if (slash <= 0 || stripped >= MaxStripped || !Appended().IsMatch(rest[(slash + 1)..]))
            {
                yield break;
            }

            rest = rest[..slash];
        }
    }

    private static string Trimmed(string path) => path.TrimEnd('/').Normalize();

    private static string Escaped(string path) => path.Contains('?', StringComparison.Ordinal) || path.Contains('#', StringComparison.Ordinal)
        ? path.Replace("?", "%3F", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)
        : path;

    [GeneratedRegex("^(?:amp|feed|rss|rss2|rdf|atom|embed|trackback|print|comments|comment-page-[0-9]{1,4}|page|[0-9]{1,3}|index\\.(?:html?|php)|default\\.aspx?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Appended();

    [GeneratedRegex("^(?:fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|wt_mc|cmpid)$", RegexOptions.IgnoreCase)]
    private static partial Regex Tracking();
}
