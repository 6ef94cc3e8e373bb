using Storyprint.Formats.Imports;

namespace Storyprint.Tests.Formats.Imports;

/// <summary>FolderEntries lists what is there, FileKinds says what it is.</summary>
public sealed class ArchiveFolderTests
{
    [Fact]
    public void Every_file_is_taken_or_told()
    {
        using var folder = new TrialFolder();
        string[] read = ["b.md", "A.MD", "خبر/۱.md", "新聞/一.md", "themes/t/x.md", "stories/resources/guide.md", "vendor/deep/vendor/x.mdx"];
        string[] told =
        [
            "a.txt", "page.html", "old.rst", "notes.docx", "picture.png", "report.pdf", "data.json", "noending", "feed.xml", "packed.zip", ".x.md",
        ];
        string[] folders = [".hidden/x.md", "node_modules/p/x.md", "_site/x.md"];
        foreach (var path in read.Concat(told).Concat(folders))
        {
            folder.Write(path, "words");
        }

        var archive = ArchiveFolder.Open(folder.Root);
        var taken = archive.Take(FileKinds.IsMarkdown).Select(file => Path.GetRelativePath(folder.Root, file));
        var rest = archive.Rest("markdown").ToList();

        Assert.Equal(read.Order(StringComparer.Ordinal), taken);
        Assert.Equal(told.Concat([".hidden", "node_modules", "_site"]).Order(StringComparer.Ordinal), rest.Select(item => item.Label).Order(StringComparer.Ordinal));
        Assert.Equal(["notes.docx", "old.rst", "packed.zip"], rest.OfType<RejectedItem>().Select(item => item.Label).Order(StringComparer.Ordinal));
        Assert.Contains("1 file, 1 of them texts", Assert.IsType<SkippedItem>(rest.Single(item => item.Label == "node_modules")).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hugo.toml", true)]
    [InlineData("_config.yml", true)]
    [InlineData("content/a.md", true)]
    [InlineData("about.md", false)]
    public void A_folder_called_like_a_builders_is_one_only_beside_its_settings(string beside, bool isBuilders)
    {
        using var folder = new TrialFolder();
        folder.Write(beside, "words");
        folder.Write("resources/guide.md", "words");
        Assert.Equal(!isBuilders, ArchiveFolder.Open(folder.Root).Take(FileKinds.IsMarkdown).Any(file => file.EndsWith("guide.md", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_browser_saved_with_a_page_is_no_page()
    {
        using var folder = new TrialFolder();
        folder.Write("Ferry late.html", "x");
        folder.Write("Ferry late_files/frame.html", "x");
        folder.Write("year_files/other.html", "x");
        Assert.Equal(["Ferry late.html", "other.html"], ArchiveFolder.Open(folder.Root).Take(FileKinds.IsPage).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_is_not_followed_and_told()
    {
        using var folder = new TrialFolder();
        using var elsewhere = new TrialFolder();
        elsewhere.Write("secret.md", "words");
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "out"), elsewhere.Root);
        File.CreateSymbolicLink(Path.Combine(folder.Root, "secret.md"), Path.Combine(elsewhere.Root, "secret.md"));
        var archive = ArchiveFolder.Open(folder.Root);
        Assert.Empty(archive.Take(FileKinds.IsMarkdown));
        Assert.All(archive.Rest("markdown"), item => Assert.Equal("link, which is not followed", Assert.IsType<SkippedItem>(item).What));
        Assert.Equal(2, archive.Rest("markdown").Count());
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_files() => Assert.Empty(ArchiveFolder.Open("/nowhere/at/all").Take(_ => true));

    [Fact]
    public void A_file_that_is_too_large_or_not_there_is_refused_with_a_reason()
    {
        using var folder = new TrialFolder();
        var (bytes, tooLarge) = ImportFile.ReadBytes(folder.Write("a.md", "12345"), 4);
        Assert.Null(bytes);
        Assert.Contains("larger than", tooLarge, StringComparison.Ordinal);
        Assert.StartsWith("The file cannot be opened", ImportFile.ReadBytes(Path.Combine(folder.Root, "none.md"), 4).Reason, StringComparison.Ordinal);
    }
}
