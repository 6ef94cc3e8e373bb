using System.Text.RegularExpressions;
using Storyprint.Web.PrintPages;

namespace Storyprint.Tests.Web.PrintPages;

public sealed class QrSizesTests(TestPublication publication) : IClassFixture<TestPublication>
{
    [Fact]
    public async Task The_print_page_says_the_sizes_that_its_style_sheet_reads()
    {
        var html = await publication.Client.GetStringAsync($"/news/{publication.Library}/print", TestContext.Current.CancellationToken);
        Assert.Contains($":root{{--link-mark:{QrSizes.LinkMark}mm;--seal-mark:{QrSizes.SealMark}mm}}", html, StringComparison.Ordinal);
        Assert.Contains($";width:{QrSizes.LinkMarkInMargin}mm;", html, StringComparison.Ordinal);
        Assert.Contains("class=\"qr\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"seal\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qr", "link-mark")]
    [InlineData("seal", "seal-mark")]
    public void The_style_sheet_has_no_size_of_its_own(string symbol, string variable)
    {
        var rule = Regex.Match(File.ReadAllText(Repository.Path("src/Storyprint.Web/Assets/print.css")), $@"(?m)^\.{symbol} \{{[^}}]*\}}").Value;
        Assert.Contains($"width: var(--{variable}); height: var(--{variable});", rule, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]mm", rule);
    }
}
