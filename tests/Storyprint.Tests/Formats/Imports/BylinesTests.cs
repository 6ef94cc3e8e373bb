using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;

namespace Storyprint.Tests.Formats.Imports;

public sealed class BylinesTests
{
    [Theory]
    [InlineData("Ines Calloway", "Ines Calloway")]
    [InlineData("نسترن", "نسترن")]
    [InlineData("Ann Lee <ann@x.example>", "Ann Lee")]
    [InlineData("ann@x.example (Ann Lee)", "Ann Lee")]
    [InlineData("\"Ann Lee\" <ann.lee+desk@mail.x.example>", "Ann Lee")]
    [InlineData("Ann Lee, ann@x.example", "Ann Lee")]
    [InlineData("@annlee", "@annlee")]
    [InlineData("O’Brien &amp; Söhne", "O’Brien & Söhne")]
    public void A_name_stands_without_its_address(string author, string name)
    {
        var warnings = new ImportWarnings();
        Assert.Equal([name], Bylines.From([author], warnings));
        Assert.Empty(warnings.Sentences);
    }

    [Theory]
    [InlineData("ann@x.example")]
    [InlineData("mailto:ann@x.example")]
    [InlineData("<ann@localhost>")]
    [InlineData("دفتر@نمونه.example")]
    public void An_address_alone_is_never_a_byline_and_is_told(string author)
    {
        var warnings = new ImportWarnings();
        Assert.Empty(Bylines.From([author], warnings));
        Assert.Contains("e-mail", Assert.Single(warnings.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_told_from_a_login() =>
        Assert.Equal([true, true, false, false, false], ((string[])["Ann Lee", "ماد", "annlee", "ann@x.example", "12 34"]).Select(Bylines.IsName));
}
