using Storyprint.Formats.Imports;

namespace Storyprint.Tests.Formats.Imports;

public sealed class ArchiveFileLinksTests : IDisposable
{
    private readonly TrialFolder folder = new();

    [Theory]
    [InlineData("b.md", "/news/b.md")]
    [InlineData("b", "/news/b.md")]
    [InlineData("./b.md#end", "/news/b.md")]
    [InlineData("../c.md", "/c.md")]
    [InlineData("/c", "/c.md")]
    [InlineData("/posts/d.md", "/content/posts/d.md")]
    [InlineData("posts/e", "/content/posts/e/index.md")]
    [InlineData("%D9%BE%D9%84.md", "/news/%D9%BE%D9%84.md")]
    [InlineData("none.md", null)]
    [InlineData("../../secret.md", null)]
    [InlineData("https://old.example/b.md", null)]
    [InlineData("", null)]
    [InlineData("/", null)]
    public void A_link_leads_to_the_file_that_it_means_and_never_out(string href, string? expected)
    {
        foreach (var file in (string[])["site/news/b.md", "site/news/پل.md", "site/c.md", "site/content/posts/d.md", "site/content/posts/e/index.md", "secret.md"])
        {
            folder.Write(file, "words");
        }

        Assert.Equal(expected, new ArchiveFileLinks(Path.Combine(folder.Root, "site"), ".md", "/index.md").Find(href, "news/a.md"));
    }

    public void Dispose() => folder.Dispose();
}
