using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Print.Hyphens;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public sealed class RichTextViewTests
{
    private static readonly SoftHyphenator EveryThird = new(new HyphenPatterns(["abc1def"]));

    [Theory]
    [InlineData("بودجه ۱۸٫۴ میلیون یورو (EUR 18.4m) است.", "بودجه ۱۸٫۴ میلیون یورو <bdi class=\"whole\">(EUR 18.4m)</bdi> است.")]
    [InlineData("(UTC) و (NATO & EU) با هم", "<bdi class=\"whole\">(UTC)</bdi> و <bdi class=\"whole\">(NATO &amp; EU)</bdi> با هم")]
    public async Task A_short_Latin_bracket_in_a_right_to_left_text_keeps_to_one_line(string text, string shown) =>
        Assert.Equal(shown, await RenderAsync(RichText.From(text)));

    [Theory]
    [InlineData("The budget (EUR 18.4m) stands.")]
    [InlineData("سال (۱۴۰۵) و (1405) و (سال EUR)")]
    [InlineData("متن (a bracket that is far too long to be kept on one line) است")]
    public async Task Other_brackets_are_left_alone(string text) => Assert.Equal(text, await RenderAsync(RichText.From(text)));

    [Fact]
    public async Task Neither_links_nor_code_are_divided()
    {
        Assert.True(LinkTarget.TryParse("https://there.example/", out var there));
        var text = new RichText([new TextRun("abcdef "), new TextRun("abcdef", Emphasis.Code), new TextRun(" "), new TextRun("abcdef", Link: there)]);
        Assert.Equal(
            "abc\u00ADdef <code>abcdef</code> <a href=\"https://there.example/\" rel=\"noopener\">abcdef</a>", await RenderAsync(text, EveryThird));
    }

    [Theory]
    [InlineData(true, "<a href=\"/news/1\">here</a><sup class=\"note\">7</sup>")]
    [InlineData(false, "<a href=\"/news/1\" data-note=\"7\">here</a>")]
    public async Task Numbers_of_links_stand_in_the_text_of_print_pages_and_in_attributes_elsewhere(bool isText, string shown)
    {
        Assert.True(LinkTarget.TryParse("/news/1", out var there));
        Assert.Equal(shown, await RenderAsync(new RichText([new TextRun("here", Link: there)]), numbers: new LinkNumbers(_ => "7", isText)));
        Assert.Equal("<a href=\"/news/1\">here</a>", await RenderAsync(new RichText([new TextRun("here", Link: there)]), numbers: new LinkNumbers(_ => null, isText)));
    }

    private static async Task<string> RenderAsync(RichText text, SoftHyphenator? hyphens = null, LinkNumbers? numbers = null)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return await new PageRenderer(services, NullLoggerFactory.Instance).TextAsync<RichTextView>(
            new Dictionary<string, object?> { ["Text"] = text, ["Hyphens"] = hyphens, ["Numbers"] = numbers });
    }
}
