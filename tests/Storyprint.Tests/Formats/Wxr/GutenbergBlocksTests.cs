using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class GutenbergBlocksTests
{
    [Theory]
    [InlineData("<!-- wp:paragraph --><p>پل</p><!-- /wp:paragraph -->", "<p>پل</p><!-- /wp:paragraph -->")]
    [InlineData("<!-- wp:spacer {\"height\":\"20px\"} /-->橋", "橋")]
    [InlineData("no blocks", "no blocks")]
    [InlineData("<!-- wp:never closed", "<!-- wp:never closed")]
    [InlineData("", "")]
    public void Comments_that_say_nothing_go(string content, string html) => Assert.Equal(html, Apply(content).Html);

    [Theory]
    [InlineData("<!-- wp:cover {\"url\":\"https://a.example/b.jpg\",\"alt\":\"a<b\"} --><p>a</p><!-- /wp:cover -->", "<img src=\"https://a.example/b.jpg\" alt=\"a&lt;b\">")]
    [InlineData("<!-- wp:image {\"id\":7} /-->", "<img src=\"https://old.example/boat.jpg\" alt=\"قایق\">")]
    [InlineData("<!-- wp:core/image {\"id\":7} /-->", "https://old.example/boat.jpg")]
    [InlineData("<!-- wp:gallery {\"ids\":[7,\"8\",null,\"x\"]} --><!-- /wp:gallery -->", "https://old.example/quay.jpg")]
    [InlineData("<!-- wp:embed {\"url\":\"https://film.example/1\"} --><figure></figure><!-- /wp:embed -->", "<p>https://film.example/1</p>")]
    [InlineData("<!-- wp:core-embed/youtube {\"url\":\"https://film.example/1\"} /-->", "<p>https://film.example/1</p>")]
    [InlineData("<!-- wp:video {\"src\":\"https://a.example/v.mp4\"} /-->", "<p>https://a.example/v.mp4</p>")]
    public void What_only_the_comment_says_is_written_out(string content, string html)
    {
        var (written, warnings) = Apply(content);
        Assert.Contains(html, written, StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_picture_that_stands_in_the_HTML_is_not_doubled() =>
        Assert.DoesNotContain("<figure>", Apply("<!-- wp:cover {\"url\":\"https://a.example/b.jpg?a=1&amp;b=2\"} --><img src=\"https://a.example/b.jpg?a=1&amp;b=2\"><!-- /wp:cover -->").Html, StringComparison.Ordinal);

    [Fact]
    public void Blocks_that_are_filled_in_later_are_named_once_together() =>
        Assert.Equal(
            ["Blocks that WordPress fills in when a page is shown were left out: latest posts, reusable block 42."],
            Apply("<!-- wp:latest-posts /--><!-- wp:block {\"ref\":42} /--><!-- wp:latest-posts {\"a\":1} /-->").Warnings);

    [Theory]
    [InlineData("<!-- wp:image {broken /-->")]
    [InlineData("<!-- wp:image [1,2] /-->")]
    [InlineData("<!-- wp:image {\"id\":\"7\"} /-->")]
    [InlineData("<!-- wp:image {\"url\":5} /-->")]
    [InlineData("<!-- wp:image {\"url\":\"\\ud800\"} /-->")]
    [InlineData("<!-- wp:cover {\"url\":\"https://a.example/\",\"alt\":\"\\udc00\"} /-->")]
    [InlineData("<!-- wp:gallery {\"ids\":[\"\\ud800\"]} /-->")]
    [InlineData("<!-- wp:block {\"ref\":\"\\ud800\"} /-->")]
    public void Attributes_that_make_no_sense_break_nothing(string content) => Assert.DoesNotContain("wp:", Apply(content).Html, StringComparison.Ordinal);

    private static (string Html, IReadOnlyList<string> Warnings) Apply(string content) =>
        WxrFiles.With(warnings => GutenbergBlocks.Apply(content, WxrFiles.Pictures, warnings));
}
