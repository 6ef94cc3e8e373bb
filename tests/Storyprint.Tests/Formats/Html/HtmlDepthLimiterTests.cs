using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class HtmlDepthLimiterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Nesting_that_a_page_may_have_is_left_alone(int depth)
    {
        var html = Nested("div", depth);
        Assert.Same(html, HtmlDepthLimiter.Apply(html));
    }

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("DIV")]
    [InlineData("x-y")]
    public void Deeper_tags_go_and_the_words_between_them_stay(string name)
    {
        var limited = HtmlDepthLimiter.Apply(Nested(name, 1000));
        Assert.Equal(200, limited.Split($"<{name}>").Length - 1);
        Assert.Equal(200, limited.Split($"</{name}>").Length - 1);
        Assert.Contains("واژه", limited, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>a")]
    [InlineData("<br>")]
    [InlineData("<li>a")]
    [InlineData("a < b")]
    [InlineData("<!-- c -->")]
    public void What_does_not_nest_is_not_counted(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 500));
        Assert.Same(html, HtmlDepthLimiter.Apply(html));
    }

    [Fact]
    public void Elements_side_by_side_are_not_deep()
    {
        var html = string.Concat(Enumerable.Repeat("<b>a</b>", 500));
        Assert.Same(html, HtmlDepthLimiter.Apply(html));
    }

    [Fact]
    public void End_tags_that_close_nothing_make_no_room()
    {
        var html = string.Concat(Enumerable.Repeat("</div>", 300)) + Nested("div", 300);
        Assert.Equal(200, HtmlDepthLimiter.Apply(html).Split("<div>").Length - 1);
    }

    [Fact]
    public void A_last_tag_that_never_ends_is_taken_out_whole() =>
        Assert.EndsWith(" ", HtmlDepthLimiter.Apply(string.Concat(Enumerable.Repeat("<i>", 200)) + "<i never"), StringComparison.Ordinal);

    private static string Nested(string name, int depth) =>
        string.Concat(Enumerable.Repeat($"<{name}>", depth)) + "واژه" + string.Concat(Enumerable.Repeat($"</{name}>", depth));
}
