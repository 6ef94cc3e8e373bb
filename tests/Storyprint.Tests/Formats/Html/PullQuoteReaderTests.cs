using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class PullQuoteReaderTests
{
    [Theory]
    [InlineData("<blockquote class='pull'>a</blockquote>", true)]
    [InlineData("<aside class='big pullquote'>a</aside>", true)]
    [InlineData("<figure class='wp-block-pullquote'>a</figure>", true)]
    [InlineData("<p class='is-style-pullquote'>a</p>", true)]
    [InlineData("<blockquote>a</blockquote>", false)]
    [InlineData("<div class='pulled'>a</div>", false)]
    [InlineData("<span class='pull'>a</span>", false)]
    public void The_editors_class_tells_it(string html, bool isPull) => Assert.Equal(isPull, PullQuoteReader.IsPull(new Markup(html).First("body > *")));

    [Theory]
    [InlineData("<blockquote class='pull'><p>It sank.</p><cite>Maud</cite></blockquote>", "It sank.", "Maud")]
    [InlineData("<figure class='pull'><blockquote class='pull'><p>غرق شد.</p><cite>ماد</cite></blockquote></figure>", "غرق شد.", "ماد")]
    [InlineData("<aside class='pull'><p>沈んだ。</p><p>二行目。</p></aside>", "沈んだ。\n二行目。", null)]
    public void It_has_one_text_and_its_speaker(string html, string words, string? speaker)
    {
        var pull = Assert.IsType<PullQuote>(Assert.Single(Read(html, null)));
        Assert.Equal((words, speaker), (pull.Text.Plain, pull.Speaker));
    }

    [Fact]
    public void A_speaker_known_from_outside_stands_beside_the_one_inside() =>
        Assert.Equal("Maud, keeper", Assert.IsType<PullQuote>(Read("<aside class='pull'><p>a</p><cite>Maud</cite></aside>", "keeper")[0]).Speaker);

    [Fact]
    public void Without_words_only_what_else_is_inside_remains() =>
        Assert.IsType<Picture>(Assert.Single(Read("<aside class='pull'><img src='https://a.example/b.jpg'></aside>", null)));

    private static IReadOnlyList<Block> Read(string html, string? speaker)
    {
        var markup = new Markup(html);
        return PullQuoteReader.Read(markup.First("body > *"), markup.Reader, speaker);
    }
}
