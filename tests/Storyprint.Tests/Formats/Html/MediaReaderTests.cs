using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class MediaReaderTests
{
    [Theory]
    [InlineData("<iframe src='https://film.example/1'></iframe>", "https://film.example/1")]
    [InlineData("<iframe src='//film.example/1'></iframe>", "https://film.example/1")]
    [InlineData("<iframe src='about:blank' data-src='https://film.example/2'></iframe>", "https://film.example/2")]
    [InlineData("<video><source src='/films/a.mp4'></video>", "https://home.example/films/a.mp4")]
    [InlineData("<audio src='صدا.mp3'></audio>", "https://home.example/%D8%B5%D8%AF%D8%A7.mp3")]
    [InlineData("<object data='https://film.example/3'><p>words</p></object>", "https://film.example/3")]
    [InlineData("<object><param name='movie' value='https://film.example/4'></object>", "https://film.example/4")]
    [InlineData("<amp-youtube data-videoid='a&b'></amp-youtube>", "https://www.youtube.com/watch?v=a%26b")]
    public void A_film_comes_as_its_address(string html, string address)
    {
        var (embeds, rest, warnings) = Read(html);
        Assert.Equal(address, Assert.IsType<Embed>(Assert.Single(embeds)).Address);
        Assert.Equal(string.Empty, rest);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("title='A film'", "A film")]
    [InlineData("aria-label='فیلم\n قایق'", "فیلم قایق")]
    [InlineData("title='  '", null)]
    [InlineData("", null)]
    public void Its_title_is_what_the_element_is_called(string attributes, string? title) =>
        Assert.Equal(title, Assert.IsType<Embed>(Assert.Single(Read($"<iframe src='https://film.example/1' {attributes}></iframe>").Embeds)).Title);

    [Theory]
    [InlineData("<iframe></iframe>", "without an address")]
    [InlineData("<iframe src='javascript:alert(1)'></iframe>", "cannot be used")]
    [InlineData("<iframe src='data:text/html,x'></iframe>", "cannot be used")]
    public void A_frame_without_a_usable_address_is_named(string html, string reason)
    {
        var (embeds, _, warnings) = Read(html);
        Assert.Empty(embeds);
        Assert.Contains(reason, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_inside_a_film_without_an_address_are_read_on() =>
        Assert.Equal("Your browser is old.", Read("<video>Your browser is old.</video>").Words);

    private static (IReadOnlyList<Block> Embeds, string Words, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html, new HtmlToBlocksOptions { Address = new Uri("https://home.example/") });
        var embeds = new List<Block>();
        var rest = MediaReader.Read(markup.First("body > *"), markup.Reader, embeds.Add);
        return (embeds, rest.TextContent, markup.Warnings.Sentences);
    }
}
