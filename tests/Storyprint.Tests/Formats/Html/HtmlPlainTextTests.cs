using Storyprint.Formats.Html;

namespace Storyprint.Tests.Formats.Html;

public sealed class HtmlPlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  two \r\n words\t", "two words")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("a <em>set</em> word", "a set word")]
    [InlineData("<p>one</p><p>two</p>", "one two")]
    [InlineData("one<br>two", "one two")]
    [InlineData("3 < 5", "3 < 5")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("پل <b>بسته\u200Cشد</b>", "پل بسته\u200Cشد")]
    [InlineData("橋&#x3000;閉鎖", "橋\u3000閉鎖")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("<script>run()</script>words", "words")]
    [InlineData("<img src=x onerror=run()>words", "words")]
    public void A_title_is_its_words_on_one_line(string html, string expected) => Assert.Equal(expected, HtmlPlainText.OneLine(html));

    [Fact]
    public void An_address_that_stands_alone_is_kept_as_words() =>
        Assert.Equal("https://film.example/1", HtmlPlainText.OneLine("<p>https://film.example/1</p>"));

    [Fact]
    public void An_element_says_the_words_it_shows() =>
        Assert.Equal("Name, keeper", HtmlPlainText.From(new Markup("<cite>Name,\n <b>keeper</b></cite>").First("cite")));
}
