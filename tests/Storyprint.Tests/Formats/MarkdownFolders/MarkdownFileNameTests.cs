using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownFileNameTests
{
    [Theory]
    [InlineData("ferry.md", "ferry", null, null, null)]
    [InlineData("_posts/2024-03-01-ferry.md", "ferry", "2024-03-01", null, null)]
    [InlineData("_posts/2024-03-01-پل.md", "پل", "2024-03-01", null, null)]
    [InlineData("content/world/ferry.md", "ferry", null, null, "world")]
    [InlineData("content/posts/ferry.md", "ferry", null, null, null)]
    [InlineData("content/fa/world/پل.md", "پل", null, "fa", "world")]
    [InlineData("content/world/ferry/index.md", "ferry", null, null, "world")]
    [InlineData("content/world/ferry.fa.md", "ferry", null, "fa", "world")]
    [InlineData("stories/fa/橋.md", "橋", null, "fa", null)]
    [InlineData("stories/xx/ferry.md", "ferry", null, null, null)]
    [InlineData("2024-3-1-ferry.md", "2024-3-1-ferry", null, null, null)]
    [InlineData("v1.2.md", "v1.2", null, null, null)]
    public void Place_and_name_say_slug_day_language_and_section(string path, string slug, string? day, string? language, string? section)
    {
        var name = Parse(path);
        Assert.Equal((slug, day, language, section), (name.Slug, name.Day, name.Language, name.Section));
    }

    [Theory]
    [InlineData("_drafts/a.md", true)]
    [InlineData("content/drafts/a.md", true)]
    [InlineData("drafts.md", false)]
    [InlineData("_posts/a.md", false)]
    public void A_folder_of_drafts_says_that_it_holds_drafts(string path, bool isDraft) => Assert.Equal(isDraft, Parse(path).IsDraft);

    [Theory]
    [InlineData("_posts/2024-03-01-ferry.md", "/2024/03/01/ferry.html")]
    [InlineData("content/world/ferry.md", "/world/ferry/")]
    [InlineData("content/world/ferry/index.md", "/world/ferry/")]
    [InlineData("ferry.md", "")]
    public void The_address_the_builder_made_is_kept(string path, string address) => Assert.Equal(address, string.Join(' ', Parse(path).LegacyUrls));

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("a/README.md", false)]
    public void A_file_of_the_folder_itself_is_known(string path, bool isRoot) => Assert.Equal(isRoot, Parse(path).IsRoot);

    private static MarkdownFileName Parse(string path) => MarkdownFileName.Parse(path, tag => tag is "en" or "fa");
}
