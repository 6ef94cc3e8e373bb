using System.Text;
using Storyprint.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification;

public sealed class SealedLinesTests
{
    [Fact]
    public void Lines_of_the_first_version_are_said_as_they_stand()
    {
        var lines = SealedLines.Read("storyprint/text/v1\nlang: en\nheadline: The {ferry}\nbyline: Maud Ferrier\ntext: It came.\nrow: A | B\ncorrection: It left.\n")!;
        Assert.Equal(["The {ferry}", "It came.", "A | B"], lines.InPageOrder(isPrint: false));
        Assert.Equal(["Maud Ferrier"], lines.Of("byline"));
        Assert.Equal(["It left."], lines.Of("correction"));
    }

    [Fact]
    public void Lines_of_the_second_version_are_said_without_their_signs()
    {
        var lines = SealedLines.Read(
            "storyprint/text/v2\nlang: en\nsection: city\nheadline: 10^{6} boats\nitem-2: a \\{b\\}\nhead: A \\| B | C\nrow: H_{2}O | 5\nalt: A boat\ntopic: Boats\nnote: New.\ncorrection: It left.\nsaid: 16\nsays: 12\n")!;
        Assert.Equal(["106 boats", "a {b}", "A | B C", "H2O 5"], lines.InPageOrder(isPrint: false));
        Assert.Equal(["It left."], lines.Of("correction"));
    }

    [Theory]
    [InlineData("storyprint/text/v3\nlang: en\n")]
    [InlineData("storyprint/text/v1\nlang en\n")]
    [InlineData("storyprint/text/v1\nlang: en")]
    [InlineData("")]
    public void What_is_no_text_of_a_known_version_is_nothing(string text) => Assert.Null(SealedLines.Read(text));

    [Fact]
    public void A_PublishedSite_is_an_address_or_a_folder()
    {
        Assert.IsType<SiteOverHttp>(PublishedSite.At("https://news.example.org"));
        Assert.IsType<SiteInFolder>(PublishedSite.At(Path.GetTempPath()));
        Assert.Null(PublishedSite.At("ftp://news.example.org"));
        Assert.Null(PublishedSite.At("/nowhere/at/all"));
        Assert.Contains("/nowhere", PublishedSite.Unknown("/nowhere"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null, 10, true)]
    [InlineData(11, null, 10, false)]
    [InlineData(5, 11L, 10, false)]
    [InlineData(200_000, 3L, 300_000, true)]
    public async Task A_BoundedStreamReader_never_takes_more_than_its_limit(int length, long? announced, int limit, bool isTaken)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(new string('x', length)));
        var answer = await BoundedStreamReader.ReadAsync(stream, announced, limit, TestContext.Current.CancellationToken);
        Assert.Equal(!isTaken, answer == SiteAnswer.TooLong);
    }
}
