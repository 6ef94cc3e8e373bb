using Storyprint.Print.Sheets;
using Storyprint.Stories.Body;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

/// <summary>What pages have for paper.</summary>
public sealed class PaperTests
{
    private static readonly Paragraph Words = new(RichText.From("The quay counts boats."));

    [Fact]
    public void PaperBody_gives_a_wide_table_a_place_of_its_own_and_the_dateline_to_the_first_text()
    {
        var (narrow, wide, widest) = (Table(2), Table(9), Table(30));
        var body = new PaperBody([wide, Words, narrow, Words, widest, Words], 55, isRightToLeft: false);
        Assert.Equal([[wide], [Words, narrow, Words], [widest], [Words]], body.Runs);
        Assert.Equal(["body over", "body", "body turned", "body"], body.Runs.Select(body.ClassOf));
        Assert.Equal(1, body.FirstText);
        Assert.Equal(TableRoom.Column, body.FitOf(narrow).Room);
        Assert.True(body.FitOf(widest).Parts.Count > 1);
    }

    [Fact]
    public void PaperBody_of_nothing_has_no_runs() => Assert.Empty(new PaperBody([], 55, isRightToLeft: true).Runs);

    [Theory]
    [InlineData("https://a.example/news/1-two", "<span>https://</span><wbr>")]
    [InlineData("https://a.example/خبر-تازه", "خبر-تازه")]
    [InlineData("https://a.example/?q=<b>", "&lt;b&gt;")]
    public void BreakableAddress_breaks_before_delimiters_and_encodes(string address, string part)
    {
        var markup = BreakableAddress.Create(address).Value;
        Assert.Contains(part, markup, StringComparison.Ordinal);
        Assert.Equal(address, System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(markup, "<(wbr|/?span)>", "")));
    }

    private static Table Table(int columns) => new(
        [.. Enumerable.Range(0, columns).Select(column => RichText.From($"Year {1980 + column}"))],
        [[.. Enumerable.Range(0, columns).Select(column => RichText.From($"{column * 11111}"))]], null);
}
