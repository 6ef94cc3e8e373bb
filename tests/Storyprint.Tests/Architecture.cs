using System.Xml.Linq;

namespace Storyprint.Tests;

public sealed class Architecture
{
    [Fact]
    public void Projects_refer_to_each_other_in_one_direction_only()
    {
        var expected = new Dictionary<string, string[]>
        {
            ["Storyprint"] = ["Web"],
            ["Storyprint.Formats"] = ["Stories"],
            ["Storyprint.Newsroom"] = ["Formats", "Storage"],
            ["Storyprint.Print"] = ["Stories"],
            ["Storyprint.Provenance"] = [],
            ["Storyprint.Storage"] = ["Provenance", "Stories", "Text"],
            ["Storyprint.Stories"] = [],
            ["Storyprint.Text"] = [],
            ["Storyprint.Web"] = ["Formats", "Newsroom", "Print"],
        };
        var found = Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References);
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(expected[project.Key], project.Value));
    }

    private static string[] References(string project) => [.. XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value).Replace("Storyprint.", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];
}
