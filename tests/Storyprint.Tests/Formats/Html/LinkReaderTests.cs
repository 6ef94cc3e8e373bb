using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class LinkReaderTests
{
    [Theory]
    [InlineData("https://a.example/b", "https://a.example/b")]
    [InlineData(" https://a.example/\n b ", "https://a.example/%20b")]
    [InlineData("//cdn.example/x", "https://cdn.example/x")]
    [InlineData("/news/ferry", "https://home.example/news/ferry")]
    [InlineData("more?id=1", "https://home.example/2024/more?id=1")]
    [InlineData("mailto:desk@a.example", "mailto:desk@a.example")]
    [InlineData("/خبر", "https://home.example/%D8%AE%D8%A8%D8%B1")]
    [InlineData("/新聞", "https://home.example/%E6%96%B0%E8%81%9E")]
    public void An_address_is_read_against_the_page_it_stood_on(string href, string expected)
    {
        var (target, warnings) = Read($"<a href='{href}'>words</a>");
        Assert.Equal(expected, target);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVa\tScript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_may_not_be_shown_is_named_with_its_words(string href)
    {
        var (target, warnings) = Read($"<a href='{href}'>پیوند</a>");
        Assert.Null(target);
        Assert.EndsWith("its words stand: “پیوند”", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>words</a>", 0)]
    [InlineData("<a href=''>words</a>", 0)]
    [InlineData("<a href='#'>words</a>", 0)]
    [InlineData("<a href='#fn1' class='footnote-ref'>1</a>", 0)]
    [InlineData("<a href='#part-two'></a>", 0)]
    [InlineData("<a href='#part-two'>Part two</a>", 1)]
    public void A_place_in_the_same_text_is_no_target(string html, int warnings)
    {
        var read = Read(html);
        Assert.Null(read.Target);
        Assert.Equal(warnings, read.Warnings.Count);
    }

    [Theory]
    [InlineData("https://a.example/boat-large.JPG?x=1", 0)]
    [InlineData("https://a.example/?attachment_id=5", 0)]
    [InlineData("https://a.example/boat/", 0)]
    [InlineData("https://shop.example/order", 1)]
    public void The_link_of_a_picture_is_named_unless_it_only_opens_the_picture(string href, int warnings) =>
        Assert.Equal(warnings, Read($"<a href='{href}'><img src='https://a.example/boat.jpg'></a>").Warnings.Count);

    private static (string? Target, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html, new HtmlToBlocksOptions { Address = new Uri("https://home.example/2024/story") });
        return (LinkReader.Read(markup.First("a"), markup.Reader)?.Address, markup.Warnings.Sentences);
    }
}
