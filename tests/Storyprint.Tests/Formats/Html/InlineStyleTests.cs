using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class InlineStyleTests
{
    [Theory]
    [InlineData("<em>a</em>", Emphasis.Italic)]
    [InlineData("<cite>a</cite>", Emphasis.Italic)]
    [InlineData("<b>a</b>", Emphasis.Strong)]
    [InlineData("<b style='font-weight:normal'>a</b>", Emphasis.None)]
    [InlineData("<b style='font-weight: normal'>a</b>", Emphasis.None)]
    [InlineData("<b style='FONT-WEIGHT: 400'>a</b>", Emphasis.None)]
    [InlineData("<tt>a</tt>", Emphasis.Code)]
    [InlineData("<sup>a</sup>", Emphasis.Superscript)]
    [InlineData("<sub>a</sub>", Emphasis.Subscript)]
    [InlineData("<u>a</u>", Emphasis.None)]
    [InlineData("<span>a</span>", Emphasis.None)]
    [InlineData("<span style='font-weight: bold; font-style: italic'>a</span>", Emphasis.Strong | Emphasis.Italic)]
    [InlineData("<span style='Font-Weight:700'>a</span>", Emphasis.Strong)]
    [InlineData("<span style='font-weight:400'>a</span>", Emphasis.None)]
    [InlineData("<font style='font-style:italic'>a</font>", Emphasis.Italic)]
    public void Emphasis_follows_from_name_or_style(string html, Emphasis expected) =>
        Assert.Equal(expected, InlineStyle.From(new Markup(html).First("body > *")));

    [Fact]
    public void Emphasis_adds_to_what_stands_around() =>
        Assert.Equal(Emphasis.Strong | Emphasis.Italic, new InlineStyle(Emphasis.Strong).With(Emphasis.Italic).Emphasis);
}
