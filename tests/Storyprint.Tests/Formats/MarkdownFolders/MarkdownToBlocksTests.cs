using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownToBlocksTests
{
    [Theory]
    [InlineData("one *two*", "Paragraph")]
    [InlineData("## پل", "Heading")]
    [InlineData("- 一\n- 二", "BulletList")]
    [InlineData("> Go.", "Quotation")]
    [InlineData("{: .pull}\n> Go.", "PullQuote")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "Table")]
    [InlineData("![a](https://a.example/b.jpg)", "Picture")]
    [InlineData("https://film.example/1", "Embed")]
    public void Each_mark_makes_its_block(string markdown, string kind) => Assert.Equal(kind, Assert.Single(MarkdownToBlocks.Read(markdown)).GetType().Name);

    [Theory]
    [InlineData("5. a\n6. b", 5)]
    [InlineData("1. a\n2. b", null)]
    [InlineData("0) a\n1) b", 0)]
    public void A_list_begins_at_the_number_that_was_written(string markdown, int? number) =>
        Assert.Equal([number, null], Assert.IsType<BulletList>(Assert.Single(MarkdownToBlocks.Read(markdown))).Items.Select(item => item.Number));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("<!-- note -->")]
    public void A_text_without_words_has_no_blocks(string markdown) => Assert.Empty(MarkdownToBlocks.Read(markdown));

    [Theory]
    [InlineData("## Head {#anchor}", "Head")]
    [InlineData("words\n{: .note}", "words")]
    [InlineData("[a](https://a.example/){: .button}", "a")]
    [InlineData("a {curly} word", "a {curly} word")]
    public void Attributes_of_site_builders_are_no_words(string markdown, string words) => Assert.Equal(words, Trial.Words(MarkdownToBlocks.Read(markdown)).Trim());

    [Theory]
    [InlineData("```\n{% include x %}\n```")]
    [InlineData("{% highlight ruby %}\n{% include x %}\n{% endhighlight %}")]
    public void Tags_inside_code_are_shown_as_they_are(string markdown) =>
        Assert.Contains("{% include x %}", Trial.Words(MarkdownToBlocks.Read(markdown)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_that_could_run_comes_over()
    {
        var blocks = MarkdownToBlocks.Read("<script>alert(1)</script>\n\n[a](javascript:alert(1)) <b onclick='x'>b</b>");
        Assert.Equal("a b", Trial.Words(blocks));
        Assert.All(blocks.SelectMany(block => block.RichTexts).SelectMany(text => text.Runs), run => Assert.Null(run.Link));
    }

    [Fact]
    public void The_title_of_a_picture_is_its_caption_in_an_archive()
    {
        var blocks = MarkdownToBlocks.Read("![قایق](a.jpg \"اسکله | نسترن\")", new HtmlToBlocksOptions { TitlesAreCaptions = true }, new ImportWarnings());
        var picture = Assert.IsType<Picture>(Assert.Single(blocks));
        Assert.Equal(("قایق", "اسکله", "نسترن"), (picture.Alt, picture.Caption.Plain, picture.Credit));
    }

    [Fact]
    public void A_text_that_nests_without_end_stands_as_it_was_typed()
    {
        var warnings = new ImportWarnings();
        var typed = new string('>', 3000) + " deep";
        var words = Trial.Words(MarkdownToBlocks.Read(typed, new HtmlToBlocksOptions(), warnings));
        Assert.EndsWith("deep", words, StringComparison.Ordinal);
    }
}
