using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

public sealed class PrintStyleTests
{
    private const string Good = "@page{size:A4;@top-left{content:\"The Ledger\\a Library\"}@top-right{content:url(data:image/svg+xml;base64,QUJD);width:22mm;font-size:0}@bottom-center{content:\"Page \" counter(page,arabic-indic) \" of \" counter(pages,decimal) \"\"}}@page:first{@top-left{content:none}@top-right{content:none}}";

    private static readonly PhraseBook Book = new PhraseBook().AddWhole("The Ledger", "Library").Add("Page {0} of {1}");

    [Fact]
    public void The_margins_of_a_page_are_read()
    {
        Assert.Null(PrintStyle.Problem(Good, Book));
        Assert.Equal("ABC", PrintStyle.MarkIn(Good));
    }

    [Theory]
    [InlineData("The Ledger", "The Liar")]
    [InlineData("The Ledger", "The Ledger\\4c iar")]
    [InlineData("@page{", "p{display:none}@page{")]
    [InlineData("@page:first{", "@import \"x\";@page:first{")]
    [InlineData("counter(page,arabic-indic)", "attr(class)")]
    [InlineData("none}}", "none}}.body::before{content:\"Library\"}")]
    [InlineData("url(data:image/svg+xml;base64,QUJD)", "url(/media/x/1.jpg)")]
    public void Anything_else_is_a_problem(string before, string after) => Assert.NotNull(PrintStyle.Problem(Good.Replace(before, after, StringComparison.Ordinal), Book));
}
