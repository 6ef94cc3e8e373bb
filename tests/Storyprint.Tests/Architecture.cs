using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Storyprint.Tests;

public sealed partial class Architecture
{
    [Fact]
    public void Projects_refer_to_each_other_in_one_direction_only()
    {
        var expected = new Dictionary<string, string[]>
        {
            ["Storyprint"] = ["Checking", "Extraction", "Files", "Formats", "Mail", "Newsroom", "NewsroomPages", "Operations", "People", "Provenance", "Storage", "Stories", "Text", "Verification", "Web"],
            ["Storyprint.Checking"] = ["Extraction", "Provenance", "Storage", "Stories", "Text"],
            ["Storyprint.Extraction"] = ["Formats"],
            ["Storyprint.Files"] = [],
            ["Storyprint.Formats"] = ["Stories"],
            ["Storyprint.Mail"] = ["People", "Storage", "Stories"],
            ["Storyprint.Newsroom"] = ["Formats", "Provenance", "Storage", "Stories", "Text"],
            ["Storyprint.NewsroomPages"] = ["Mail", "Newsroom", "Operations", "People", "Print", "Provenance", "Storage", "Stories", "Web"],
            ["Storyprint.Operations"] = ["Extraction", "Files", "Newsroom", "Print", "Provenance", "Storage", "Stories", "Text", "Verification", "Web"],
            ["Storyprint.People"] = ["Files", "Storage", "Stories"],
            ["Storyprint.Print"] = ["Stories"],
            ["Storyprint.Provenance"] = [],
            ["Storyprint.Storage"] = ["Files", "Provenance", "Stories", "Text"],
            ["Storyprint.Stories"] = ["Text"],
            ["Storyprint.Text"] = [],
            ["Storyprint.Verification"] = ["Files", "Provenance", "Stories"],
            ["Storyprint.Verify"] = ["Verification"],
            ["Storyprint.Web"] = ["Checking", "Extraction", "Formats", "Newsroom", "Print", "Provenance", "Storage", "Stories", "Text"],
        };
        var found = Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(expected[project.Key], project.Value));
    }

    [Fact]
    public void A_project_uses_only_the_projects_that_it_names() => Assert.Equal(
        "true", XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("DisableTransitiveProjectReferences").Single().Value);

    [Fact]
    public void Every_project_says_what_it_is_in_a_README() =>
        Assert.All(Directory.EnumerateDirectories(Repository.Path("src"), "Storyprint*"), project => Assert.True(File.Exists(Path.Combine(project, "README.md")), project));

    [Fact]
    public void Stores_are_made_in_one_place() => Assert.Empty(
        Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Storyprint.Storage{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => NewStore().IsMatch(line)).Select(line => $"{file}: {line.Trim()}")));

    [GeneratedRegex(@"\bnew ([A-Z]\w+Store|StoryListStore|StoryAddresses|StoryInventory|SearchIndex|WithdrawnPictures)\(")]
    private static partial Regex NewStore();

    private static string[] References(string project) => [.. XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value).Replace("Storyprint.", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];
}
