using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("10<sup>6</sup> boats", "10⁶ boats")]
    [InlineData("10<sup>−6</sup>", "10⁻⁶")]
    [InlineData("CO<sub>2</sub>", "CO₂")]
    [InlineData("۱۰<sup>۶</sup>", "۱۰^۶")]
    [InlineData("10<sup>6.5</sup>", "10^6.5")]
    [InlineData("the 1<sup>st</sup> of May", "the 1st of May")]
    [InlineData("M<sup>me</sup> Aubry", "Mme Aubry")]
    [InlineData("ten <b>boats</b>", "ten boats")]
    public void A_figure_does_not_become_part_of_the_one_before(string html, string words) => Assert.Equal(words, HtmlPlainText.OneLine(html));
}
