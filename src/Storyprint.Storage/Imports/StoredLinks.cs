using System.Text.RegularExpressions;

namespace Storyprint.Storage.Imports;

/// <summary>The marked links in stored content (<see cref="Storyprint.Stories.Links.ArchiveLink"/>).</summary>
internal static partial class StoredLinks
{
    /// <summary>Whether there is any.</summary>
    public static bool IsIn(ReadOnlySpan<byte> json) => json.IndexOf("\"was\":\""u8) >= 0;

    /// <summary>Their targets, each once.</summary>
    public static IReadOnlyList<string> In(string json) => [.. Marked().Matches(json).Select(match => match.Groups["to"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The content with other targets.</summary>
    public static string Replace(string json, Func<string, string> target) =>
        Marked().Replace(json, match => $"\"link\":\"{target(match.Groups["to"].Value)}\",\"was\":\"{match.Groups["was"].Value}\"");

    /// <summary>The content as its archive has it, whatever its links lead to here: it is the same before and after they are led to stories.</summary>
    public static string AsArchived(string json) => Marked().Replace(json, match => $"\"link\":\"{match.Groups["was"].Value}\"");

    // As written by StoryJson. Link targets contain no unescaped quotes or backslashes.
    [GeneratedRegex("\"link\":\"(?<to>(?:[^\"\\\\]|\\\\.)*)\",\"was\":\"(?<was>[0-9a-f]{16})\"")]
    private static partial Regex Marked();
}
