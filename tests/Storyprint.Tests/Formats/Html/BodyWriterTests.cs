using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class BodyWriterTests
{
    private readonly ImportWarnings warnings = new();

    [Fact]
    public void A_block_beside_words_does_not_tear_the_sentence()
    {
        var body = new BodyWriter(warnings);
        body.Words.Append("The ferry ", default);
        body.AddBesideWords(new Embed("https://film.example/1", null));
        body.Words.Append("sank.", default);
        var blocks = body.Finish();
        Assert.Equal("The ferry sank.", Assert.IsType<Paragraph>(blocks[0]).Text.Plain);
        Assert.IsType<Embed>(blocks[1]);
    }

    [Fact]
    public void A_block_before_any_words_stays_before_them()
    {
        var body = new BodyWriter(warnings);
        body.AddBesideWords(new Embed("https://film.example/1", null));
        body.Words.Append("قایق", default);
        Assert.IsType<Embed>(body.Finish()[0]);
    }

    [Theory]
    [InlineData("https://film.example/watch?v=1", "https://film.example/watch?v=1")]
    [InlineData("HTTP://film.example/1", "http://film.example/1")]
    [InlineData("see https://film.example/1", null)]
    [InlineData("ftp://film.example/1", null)]
    [InlineData("javascript:alert(1)", null)]
    public void Only_an_address_that_stands_alone_is_an_embed(string words, string? address)
    {
        var body = new BodyWriter(warnings);
        body.Words.Append(words, default);
        Assert.Equal(address, (Assert.Single(body.Finish()) as Embed)?.Address);
        Assert.Empty(warnings.Sentences);
    }

    [Fact]
    public void An_address_nobody_can_read_stays_as_words_and_is_named()
    {
        var body = new BodyWriter(warnings);
        body.Words.Append("https://[", default);
        Assert.IsType<Paragraph>(Assert.Single(body.Finish()));
        Assert.StartsWith("An address is kept as words", Assert.Single(warnings.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_end_behind_a_break_tag_does_not_break_again()
    {
        var body = new BodyWriter(warnings);
        body.Words.Append("one", default);
        body.HardBreak(default);
        body.SoftBreak(default);
        body.Words.Append("two", default);
        body.SoftBreak(default);
        body.Words.Append("three", default);
        Assert.Equal("one\ntwo\nthree", Assert.IsType<Paragraph>(Assert.Single(body.Finish())).Text.Plain);
    }
}
