using System.Text.RegularExpressions;

namespace Storyprint.Tests.House;

public sealed partial class ArchitecturePageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs/architecture.md"));

    private static readonly string[] Changes = [.. Page.Split("## I want to change …")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)];

    [Fact]
    public void It_names_at_least_thirty_changes() => Assert.InRange(Changes.Length, 30, 100);

    [Fact]
    public void Every_file_that_a_change_names_is_there() => Assert.All(Changes, change =>
        Assert.All(Code().Matches(change.Split('|')[2]).Select(match => match.Groups[1].Value), path => Assert.True(
            Exists($"src/Storyprint.{path}") || Exists($"src/{path}") || Exists($"src/Storyprint.{Room(change)}/{path}"), $"{path}: {change}")));

    [Fact]
    public void Every_test_that_a_change_names_is_there() => Assert.All(Changes, change =>
        Assert.All(Code().Matches(change.Split('|')[3]).Select(match => match.Groups[1].Value.TrimEnd('…')), path => Assert.True(
            Exists($"tests/Storyprint.Tests/{path}") || Exists($"tests/Storyprint.Tests/{path}.cs") || Exists($"tests/Storyprint.{path}.cs"), $"{path}: {change}")));

    // A path behind a first one may leave out the project that they share.
    private static string Room(string change) => Code().Match(change.Split('|')[2]).Groups[1].Value.Split('/')[0];

    private static bool Exists(string path) => File.Exists(Repository.Path(path)) || Directory.Exists(Repository.Path(path));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
