using System.Text.Json;
using System.Xml.Linq;

namespace Storyprint.Tests.House;

public sealed class PackageReasonsTests
{
    private static readonly string Reasons = File.ReadAllText(Repository.Path("docs/decisions/0002-packages.md"));

    private static readonly string[] Projects = [.. new[] { "src", "tests", "bench" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories))];

    private static readonly string[] Referenced = [.. Projects.SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
        .Select(package => package.Attribute("Include")!.Value).Distinct()];

    [Fact]
    public void Every_package_that_a_project_names_has_a_reason() =>
        Assert.All(Referenced, package => Assert.Matches($@"(?m)^\|[^|\n]*\b{package.Replace(".", @"\.", StringComparison.Ordinal)}\b[^|\n]*\|", Reasons));

    [Fact]
    public void Every_package_of_the_bundle_has_a_reason()
    {
        using var bundle = JsonDocument.Parse(File.ReadAllText(Repository.Path("src/Storyprint.Web/package.json")));
        Assert.All(
            bundle.RootElement.GetProperty("dependencies").EnumerateObject().Concat(bundle.RootElement.GetProperty("devDependencies").EnumerateObject()),
            package => Assert.Contains(package.Name, Reasons, StringComparison.Ordinal));
    }

    // Npgsql is pinned though it comes with its provider: its version is the driver's.
    [Fact]
    public void No_version_is_pinned_of_a_package_that_nobody_uses() => Assert.Empty(
        XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value)
            .Except([.. Referenced, "Npgsql"]));
}
