using System.Text.RegularExpressions;

namespace Storyprint.Tests.House;

/// <summary>The documentation sends people only to files that are there.</summary>
public sealed partial class DocumentLinksTests
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Repository.Path("."), "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Path("."), path)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_a_document_links_to_is_there(string document)
    {
        var path = Repository.Path(document);
        var targets = Links().Matches(File.ReadAllText(path)).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains(':', StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{document} links to {target}."));
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)")]
    private static partial Regex Links();
}
