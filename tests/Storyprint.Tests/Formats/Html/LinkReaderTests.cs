using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

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
    [InlineData("https://ledger.example/news/10008/ferry-late", "/news/10008")]
    [InlineData("https://ledger.example/news/10008/ferry-late#correction-1", "/news/10008#correction-1")]
    [InlineData("https://ledger.example/news/10008", "https://ledger.example/news/10008")]
    [InlineData("https://ledger.example/en/about", "https://ledger.example/en/about")]
    [InlineData("https://other.example/news/10008/ferry-late", "https://other.example/news/10008/ferry-late")]
    [InlineData("/news/10008/ferry-late", "/news/10008")]
    public void A_text_written_for_the_publication_links_to_its_stories_by_their_codes(string href, string expected)
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Trial.Body($"<a href='{href}'>words</a>", new HtmlToBlocksOptions { PublishedAt = new Uri("https://ledger.example") })));
        Assert.Equal(expected, paragraph.Text.Runs[0].Link?.Address);
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
    [InlineData("https://a.example/?attachment_id=5", 1)]
    [InlineData("https://boa.example", 1)]
    [InlineData("https://a.example/other.jpg", 1)]
    [InlineData("https://a.example/boat/", 0)]
    [InlineData("https://shop.example/order", 1)]
    public void The_link_of_a_picture_is_named_unless_it_only_opens_the_picture(string href, int warnings) =>
        Assert.Equal(warnings, Trial.ImportWarnings($"<a href='{href}'><img src='https://a.example/boat.jpg'></a>").Count);

    [Fact]
    public void The_links_of_a_gallery_are_told_in_one_sentence_with_their_number()
    {
        var gallery = string.Concat(Enumerable.Range(1, 60).Select(number => $"<figure><a href='https://shop.example/{number}'><img src='https://a.example/{number}.jpg'><figcaption>Print {number}</figcaption></a></figure>"));
        Assert.StartsWith("The links of 60 pictures were left out: https://shop.example/1, https://shop.example/2,", Assert.Single(Trial.ImportWarnings(gallery)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href='https://a.example/1'><h3>Words</h3></a>")]
    [InlineData("<a href='https://a.example/1'><ul><li>Words</li></ul></a>")]
    [InlineData("<a href='https://a.example/1'><blockquote><p>Words</p></blockquote></a>")]
    [InlineData("<a href='https://a.example/1'><table><tr><td>Words<td>more</table></a>")]
    [InlineData("<a href='https://a.example/1'><div><p>Words</p></div></a>")]
    public void A_link_around_blocks_is_kept_in_them(string html) =>
        Assert.Contains(Trial.Body(html).SelectMany(block => block.RichTexts), text => text.Runs.Any(run => run.Link?.Address == "https://a.example/1"));

    private static (string? Target, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html, new HtmlToBlocksOptions { Address = new Uri("https://home.example/2024/story") });
        return (LinkReader.Read(markup.First("a"), markup.Reader)?.Address, markup.Warnings.Sentences);
    }
}
