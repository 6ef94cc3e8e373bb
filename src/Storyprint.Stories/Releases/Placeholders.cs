using System.Text.RegularExpressions;
using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Releases;

/// <summary>
/// Words that stand for what is still to come: TK ("to come", which no English word holds), TKTK, two question marks of Persian and Arabic. A story that has
/// one is not released.
/// </summary>
public static partial class Placeholders
{
    /// <summary>The placeholders of a story in reading order, each once.</summary>
    public static IReadOnlyList<string> In(StoryContent content) => [.. StoryFields.Of(content).SelectMany(field => In(field.Text)).Distinct()];

    /// <summary>The placeholders of a text.</summary>
    public static IEnumerable<string> In(string text) => Placeholder().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])|؟{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
