using System.Text;
using Storyprint.Formats.Imports;

namespace Storyprint.Tests.Formats.Imports;

public sealed class ImportFolderTests
{
    [Fact]
    public void The_files_of_an_archive_come_in_ordinal_order_without_what_site_builders_keep_beside_them()
    {
        using var folder = new TrialFolder();
        foreach (var path in new[] { "b.md", "A.MD", "خبر/۱.md", "新聞/一.md", "a.txt", ".hidden/x.md", ".x.md", "node_modules/x.md", "_site/x.md", "themes/t/x.md" })
        {
            folder.Write(path, "words");
        }

        var files = ImportFolder.Files(folder.Root, ".md").Select(file => Path.GetRelativePath(folder.Root, file));
        Assert.Equal(["A.MD", "b.md", "خبر/۱.md", "新聞/一.md"], files);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        using var folder = new TrialFolder();
        using var elsewhere = new TrialFolder();
        elsewhere.Write("secret.md", "words");
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "out"), elsewhere.Root);
        File.CreateSymbolicLink(Path.Combine(folder.Root, "secret.md"), Path.Combine(elsewhere.Root, "secret.md"));
        Assert.Empty(ImportFolder.Files(folder.Root, ".md"));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_files() => Assert.Empty(ImportFolder.Files("/nowhere/at/all", ".md"));

    [Theory]
    [InlineData("")]
    [InlineData("قایق\n")]
    [InlineData("渡船 😀")]
    public void A_text_is_read_with_and_without_a_byte_order_mark(string text)
    {
        using var folder = new TrialFolder();
        Assert.Equal(text, ImportFolder.ReadUtf8(folder.Write("a.md", text), 1000).Text);
        Assert.Equal(text, ImportFolder.ReadUtf8(folder.Write("b.md", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), 1000).Text);
    }

    [Fact]
    public void The_line_that_is_not_UTF8_is_named()
    {
        using var folder = new TrialFolder();
        var (text, reason, line) = ImportFolder.ReadUtf8(folder.Write("a.md", "one\ntwo\ncaf\u00E9"u8.ToArray()[..^1]), 1000);
        Assert.Null(text);
        Assert.Equal(3, line);
        Assert.StartsWith("Line 3 is not UTF-8", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_or_not_there_is_refused_with_a_reason()
    {
        using var folder = new TrialFolder();
        var (bytes, tooLarge) = ImportFolder.ReadBytes(folder.Write("a.md", "12345"), 4);
        Assert.Null(bytes);
        Assert.Contains("larger than", tooLarge, StringComparison.Ordinal);
        Assert.StartsWith("The file cannot be opened", ImportFolder.ReadBytes(Path.Combine(folder.Root, "none.md"), 4).Reason, StringComparison.Ordinal);
    }
}
