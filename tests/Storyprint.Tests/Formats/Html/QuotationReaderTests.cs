using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class QuotationReaderTests
{
    [Theory]
    [InlineData("<blockquote>Go.</blockquote>", "Go.", null)]
    [InlineData("<blockquote><p>One.</p><p>Two.</p></blockquote>", "One.|Two.", null)]
    [InlineData("<blockquote><p>برو.</p><cite>ماد</cite></blockquote>", "برو.", "ماد")]
    [InlineData("<blockquote><p>行け。</p><p>—</p></blockquote>", "行け。", null)]
    [InlineData("<blockquote><blockquote>Inner.</blockquote>Outer.</blockquote>", "Inner.|Outer.", null)]
    [InlineData("<blockquote><p>Go.<br>--</p></blockquote>", "Go.\n--", null)]
    public void A_quotation_has_paragraphs_and_a_speaker(string html, string paragraphs, string? speaker)
    {
        var quotation = Assert.IsType<Quotation>(Assert.Single(Read(html)));
        Assert.Equal((paragraphs, speaker), (string.Join('|', quotation.Paragraphs.Select(text => text.Plain)), quotation.Speaker));
    }

    [Fact]
    public void A_quotation_with_a_name_only_is_a_paragraph() =>
        Assert.Equal("Maud", Assert.IsType<Paragraph>(Assert.Single(Read("<blockquote><cite>Maud</cite></blockquote>"))).Text.Plain);

    [Fact]
    public void A_quotation_marked_as_pulled_is_one() => Assert.IsType<PullQuote>(Assert.Single(Read("<blockquote class=pull>Go.</blockquote>")));

    [Fact]
    public void A_film_in_a_quotation_stands_behind_it()
    {
        var blocks = Read("<blockquote>Go.<iframe src='https://film.example/1'></iframe></blockquote>");
        Assert.IsType<Quotation>(blocks[0]);
        Assert.IsType<Embed>(blocks[1]);
    }

    [Fact]
    public void An_empty_quotation_is_nothing() => Assert.Empty(Read("<blockquote> </blockquote>"));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("Maud", null, "Maud")]
    [InlineData(null, "keeper", "keeper")]
    [InlineData("Maud", "keeper", "Maud, keeper")]
    [InlineData("Maud", "Maud", "Maud")]
    public void Two_names_for_a_speaker_are_said_once(string? one, string? other, string? expected) => Assert.Equal(expected, QuotationReader.Both(one, other));

    private static IReadOnlyList<Block> Read(string html)
    {
        var markup = new Markup(html);
        return QuotationReader.Read(markup.First("blockquote"), markup.Reader);
    }
}
