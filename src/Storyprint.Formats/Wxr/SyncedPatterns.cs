using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Puts the words of reusable blocks (synced patterns) where stories refer to them: <c>&lt;!-- wp:block {"ref":12} /--&gt;</c>.</summary>
internal static partial class SyncedPatterns
{
    private const int Deepest = 6;
    private const int MaxLength = 4 * 1024 * 1024;

    public static string Insert(string content, WxrIndex index, ImportWarnings warnings) => Insert(content, index, warnings, 0);

    private static string Insert(string content, WxrIndex index, ImportWarnings warnings, int depth)
    {
        if (depth > Deepest || content.Length > MaxLength || !content.Contains("wp:", StringComparison.Ordinal))
        {
            return content;
        }

        return Reference().Replace(content, match =>
        {
            var attributes = GutenbergAttributes.Read(match.Value);
            if (attributes is null || !long.TryParse(GutenbergAttributes.Text(attributes, "ref"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || index.Pattern(id) is not { } pattern)
            {
                return match.Value;
            }

            // Since WordPress 6.6 a story may say other words in some places of a pattern.
            if (attributes.Value.TryGetProperty("content", out var other) && GutenbergAttributes.Words(other) is { Length: > 0 } words)
            {
                warnings.Add($"A reusable block stands with its own words; those that the story put in their place were left out: “{ImportWarnings.Long(words)}”");
            }

            return new StringBuilder("\n\n").Append(Insert(pattern, index, warnings, depth + 1)).Append("\n\n").ToString();
        });
    }

    [GeneratedRegex(@"<!-- wp:(?:core/)?block (\{[^<>]*\}) /?-->(?:\s*<!-- /wp:(?:core/)?block -->)?", RegexOptions.Singleline)]
    private static partial Regex Reference();
}
