using System.Text.RegularExpressions;
using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Releases;

/// <summary>
/// Words that stand for what is still to come: TK ("to come", which no English word holds), TKTK, question marks that stand alone in any script, and those of the
/// house. A story that has one is not released. The editor marks the same ones (<c>guards/placeholders.ts</c>).
/// </summary>
public static partial class Placeholders
{
    /// <summary>The most words of the house that are looked for.</summary>
    public const int MaxOfHouse = 200;

    /// <summary>The longest of them, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>The placeholders of a story in reading order, each once.</summary>
    public static IReadOnlyList<string> In(StoryContent content) => In(content, []);

    /// <param name="house">Further ones; those with capitals are found only so.</param>
    public static IReadOnlyList<string> In(StoryContent content, IReadOnlyList<string> house)
    {
        Regex[] patterns = [Usual(), .. house.Select(word => word.Trim()).Where(word => word.Length is > 0 and <= MaxLength).Take(MaxOfHouse).Select(OfHouse)];
        return [.. StoryFields.Of(content).SelectMany(field => patterns.SelectMany(pattern => pattern.Matches(field.Text).Select(match => match.Value))).Distinct()];
    }

    // Words of signs alone (***) have no letters that they could run into.
    private static Regex OfHouse(string word) => new(
        (char.IsLetterOrDigit(word[0]) ? Before : string.Empty) + Regex.Escape(word) + (char.IsLetterOrDigit(word[^1]) ? After : string.Empty),
        RegexOptions.CultureInvariant | (word.Any(char.IsUpper) ? RegexOptions.None : RegexOptions.IgnoreCase), TimeSpan.FromSeconds(1));

    private const string Before = @"(?<![\p{L}\p{N}\p{M}_\u200c-])";
    private const string After = @"(?![\p{L}\p{N}\p{M}_\u200c])";

    [GeneratedRegex(Before + "(?:TK)+" + After + """|(?<![^\s«„“"'([—–])(?:؟{2,}|\?{2,})(?![\p{L}\p{N}])""", RegexOptions.CultureInvariant)]
    private static partial Regex Usual();
}
