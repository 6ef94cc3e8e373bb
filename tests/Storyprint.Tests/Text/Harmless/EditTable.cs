using System.Text.RegularExpressions;

namespace Storyprint.Tests.Text.Harmless;

/// <summary>An edit of a sentence: its two forms, and the language.</summary>
public sealed record Edit(string Language, string Before, string After);

/// <summary>Tables of edits: a sentence a line, with each change as <c>[before→after]</c>.</summary>
internal static partial class EditTable
{
    public static IReadOnlyList<Edit> Meaning { get; } = [.. new[] { "en", "fa", "ar", "es" }.SelectMany(language => Lines($"meaning.{language}").Select(line => Of(language, line)))];

    /// <summary>With the language at the head of each line.</summary>
    public static IReadOnlyList<Edit> Harmless { get; } = [.. Lines("harmless").Select(line => Of(line[..2], line[4..]))];

    private static string[] Lines(string name) =>
        [.. File.ReadAllLines(Repository.Path($"tests/Storyprint.Tests/Text/Harmless/edits/{name}.txt")).Where(line => line.Length > 0)];

    private static Edit Of(string language, string line) =>
        new(language, Side(line, "$1"), Side(line, "$2"));

    // Marks that cannot be seen are written by their numbers.
    private static string Side(string line, string group) => Escape().Replace(
        Change().Replace(line, group).Replace("\\\"", "\"", StringComparison.Ordinal), found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\[([^\[\]→]*)→([^\[\]→]*)\]")]
    private static partial Regex Change();
}
