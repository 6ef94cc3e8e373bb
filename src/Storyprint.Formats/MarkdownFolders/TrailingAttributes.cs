using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Attributes that builders of sites write behind something: <c>{#anchor}</c> after a headline, <c>{width=50%}</c> or <c>{: .left}</c> after a picture or link.</summary>
/// <remarks>A line is gone through once, however long it is.</remarks>
internal static partial class TrailingAttributes
{
    private const int MaxLength = 2000;

    public static string Remove(string text) =>
        text.Contains('{', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(line => line.Contains('{', StringComparison.Ordinal) ? OfLinks(OfHeadline(line)) : line)) : text;

    private static string OfHeadline(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('#');
        var at = line.LastIndexOf('{');
        return marks is >= 1 and <= 6 && line.Length - at <= MaxLength && Anchor().IsMatch(line.AsSpan(at)) ? line[..at].TrimEnd(' ', '\t') : line;
    }

    private static string OfLinks(string line)
    {
        var kept = new StringBuilder(line.Length);
        var from = 0;
        for (int at; (at = line.IndexOf("){", from, StringComparison.Ordinal)) >= 0;)
        {
            var open = line.AsSpan(from, at - from).LastIndexOfAny('(', ')');
            kept.Append(line, from, at + 1 - from);
            var behind = line.AsSpan(at + 1, Math.Min(MaxLength, line.Length - at - 1));
            var isLink = open > 0 && line[from + open] == '(' && line[from + open - 1] == ']';
            from = at + 1 + (isLink ? LengthOfList(behind) : 0);
        }

        return kept.Append(line, from, line.Length - from).ToString();
    }

    private static int LengthOfList(ReadOnlySpan<char> text)
    {
        foreach (var found in List().EnumerateMatches(text))
        {
            return found.Length;
        }

        return 0;
    }

    [GeneratedRegex(@"^\{:?\s*#[\w-]+\s*\}[ \t\r]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:""[^""\n]*""|[^\s{}]+))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:""[^""\n]*""|[^\s{}]+)))*\s*\}", RegexOptions.NonBacktracking)]
    private static partial Regex List();
}
