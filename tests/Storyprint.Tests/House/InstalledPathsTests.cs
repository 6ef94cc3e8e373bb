using System.Text.RegularExpressions;

namespace Storyprint.Tests.House;

/// <summary>The unit of systemd and the guide name no path on a machine that their own commands do not make.</summary>
public sealed partial class InstalledPathsTests
{
    private const string Unit = "packaging/systemd/storyprint.service";

    // What the commands of the unit's head make.
    private static readonly string[] Made = [.. File.ReadAllLines(Repository.Path(Unit)).TakeWhile(line => line.StartsWith('#'))
        .Where(line => ((string[])["dotnet publish", "ln -s", "install -", "useradd"]).Any(line.Contains)).SelectMany(line => Paths().Matches(line).Select(match => match.Value)).Distinct()];

    public static TheoryData<string> Documents => [Unit, .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Select(path => Path.GetRelativePath(Repository.Path("."), path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_that_is_named_is_installed(string document)
    {
        var text = File.ReadAllText(Repository.Path(document));
        Assert.All(Paths().Matches(text).Select(match => match.Value).Distinct(), path => Assert.True(
            Made.Any(made => path == made || path.StartsWith(made + "/", StringComparison.Ordinal)), $"{document} names {path}, and nothing installs it."));
    }

    [Fact]
    public void The_program_that_the_unit_starts_is_what_a_build_makes()
    {
        var project = File.ReadAllText(Repository.Path("src/Storyprint/Storyprint.csproj"));
        Assert.Contains("<AssemblyName>storyprint</AssemblyName>", project, StringComparison.Ordinal);
        Assert.Contains("ExecStart=/usr/local/lib/storyprint/storyprint serve", File.ReadAllText(Repository.Path(Unit)), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\w.:])/(?:usr/local|etc/storyprint|var/lib/storyprint|opt)(?:/[\w.-]+)*")]
    private static partial Regex Paths();
}
