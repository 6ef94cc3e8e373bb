using System.Text.RegularExpressions;

namespace Storyprint.Formats.Wxr;

/// <summary>A shortcode tag and its position.</summary>
internal sealed partial record ShortcodeTag(int Start, int End, string Name, string Inside, bool IsClosing, bool IsEscaped)
{
    private const int Longest = 4000;

    /// <summary>Whether it is almost certainly a shortcode and not bracketed words.</summary>
    public bool LooksLikeOne => Name.AsSpan().IndexOfAny('_', '-') > 0 || Named().IsMatch(Inside);

    /// <summary>Unnamed attributes: <c>[youtube=https://…]</c>, <c>[vimeo 1234]</c>.</summary>
    public string Bare => Named().Replace(Inside, string.Empty).Trim().TrimStart('=').Trim(' ', '"', '\'', '/');

    public string Attribute(string name)
    {
        foreach (Match match in Named().Matches(Inside))
        {
            if (match.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups[2].Value.Trim('"', '\'', '”', '“', '″');
            }
        }

        return string.Empty;
    }

    /// <summary>The next tag at or after a position, or null.</summary>
    public static ShortcodeTag? Next(string text, int from)
    {
        for (var start = text.IndexOf('[', from); start >= 0; start = text.IndexOf('[', start + 1))
        {
            var match = Tag().Match(text, start, Math.Min(text.Length - start, Longest));
            if (match.Success)
            {
                var escaped = start > from - 1 && match.Groups["open"].Length == 2 && match.Groups["close"].Length == 2;
                var (first, last) = escaped ? (start, start + match.Length) : (start + match.Groups["open"].Length - 1, start + match.Length - match.Groups["close"].Length + 1);
                return new ShortcodeTag(first, last, match.Groups["name"].Value.ToLowerInvariant(), match.Groups["inside"].Value, match.Groups["slash"].Length > 0, escaped);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\A(?<open>\[\[?)(?<slash>/?)(?<name>[A-Za-z][A-Za-z0-9_-]*)(?<inside>(?:[\s=](?:""[^""]*""|'[^']*'|[^\[\]""'])*)?/?)(?<close>\]\]?)", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?:^|\s)([A-Za-z][A-Za-z0-9_-]*)\s*=\s*("[^"]*"|'[^']*'|[“”″][^“”″]*[“”″]|[^\s\]]+)""")]
    private static partial Regex Named();
}
