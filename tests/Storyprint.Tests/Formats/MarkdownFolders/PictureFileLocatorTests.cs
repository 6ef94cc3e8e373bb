using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class PictureFileLocatorTests
{
    [Theory]
    [InlineData("boat.jpg", "file:stories/boat.jpg")]
    [InlineData("./boat.jpg", "file:stories/boat.jpg")]
    [InlineData("../images/quay.jpg", "file:images/quay.jpg")]
    [InlineData("/images/quay.jpg", "file:images/quay.jpg")]
    [InlineData("quay.jpg?w=300#x", "file:images/quay.jpg")]
    [InlineData("images\\quay.jpg", "file:images/quay.jpg")]
    [InlineData("عکس%20۱.jpg", "file:images/عکس ۱.jpg")]
    [InlineData("写真.jpg", "file:static/写真.jpg")]
    [InlineData("none.jpg", "none.jpg")]
    public void A_picture_is_looked_for_beside_the_story_and_in_the_usual_folders(string given, string expected) => Assert.Equal(expected, Find(given));

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2F..%2F..%2Fetc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("..\\..\\..\\etc\\passwd")]
    [InlineData("C:\\boot.ini")]
    [InlineData("a%00.jpg")]
    [InlineData("")]
    [InlineData("?only=query")]
    public void What_leads_out_of_the_folder_is_nothing(string given) => Assert.Null(Find(given));

    [Fact]
    public void A_path_longer_than_any_is_nothing() => Assert.Null(Find(new string('a', 1025)));

    [Fact]
    public void A_link_to_a_file_outside_is_not_followed()
    {
        using var folder = new TrialFolder();
        using var elsewhere = new TrialFolder();
        Directory.CreateDirectory(Path.Combine(folder.Root, "images"));
        File.CreateSymbolicLink(Path.Combine(folder.Root, "images", "a.jpg"), elsewhere.Write("secret.jpg", "x"));
        Assert.Equal("a.jpg", new PictureFileLocator(folder.Root).Find("a.jpg", "stories/a.md"));
    }

    private static string? Find(string given)
    {
        using var folder = new TrialFolder();
        foreach (var path in new[] { "stories/boat.jpg", "images/quay.jpg", "images/عکس ۱.jpg", "static/写真.jpg" })
        {
            folder.Write(path, "x");
        }

        return new PictureFileLocator(folder.Root).Find(given, "stories/ferry.md");
    }
}
