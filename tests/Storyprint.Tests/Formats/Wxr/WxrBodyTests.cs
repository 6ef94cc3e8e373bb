using Storyprint.Formats.Html;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrBodyTests
{
    [Theory]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("یک\n\nدو", "یک|دو")]
    [InlineData("<!-- wp:paragraph --><p>one\ntwo</p><!-- /wp:paragraph -->", "one two")]
    [InlineData("橋[box]閉鎖[/box]", "橋閉鎖")]
    [InlineData("", "")]
    public void Line_ends_break_in_the_classic_editor_only(string content, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(content).Body.SelectMany(block => block.Texts)));

    [Fact]
    public void A_relative_address_is_of_the_storys_own_page() =>
        Assert.Equal("https://old.example/2024/a.jpg", Assert.IsType<Picture>(Assert.Single(Read("<img src='a.jpg'>").Body)).Address);

    [Fact]
    public void The_featured_picture_opens_the_story_with_the_words_of_its_file()
    {
        var picture = Assert.IsType<Picture>(Read("words", "7").Body[0]);
        Assert.Equal(("https://old.example/boat.jpg", "قایق", "The boat"), (picture.Address, picture.Alt, picture.Caption.Plain));
    }

    [Fact]
    public void A_featured_picture_that_the_text_shows_is_not_doubled() =>
        Assert.Single(Read("<img src='https://old.example/boat-300x200.jpg'>", "7").Body.OfType<Picture>());

    [Theory]
    [InlineData("99", 1)]
    [InlineData("0", 0)]
    [InlineData("-7", 0)]
    [InlineData("seven", 0)]
    public void A_featured_picture_that_is_not_in_the_file_is_named(string id, int warnings)
    {
        var (body, lost) = Read("words", id);
        Assert.IsType<Paragraph>(Assert.Single(body));
        Assert.Equal(warnings, lost.Count);
    }

    private static (IReadOnlyList<Block> Body, IReadOnlyList<string> Warnings) Read(string content, string? thumbnail = null)
    {
        var item = WxrFiles.Item(("content:encoded", content), ("link", "https://old.example/2024/ferry"), ("wp:post_id", "1"));
        if (thumbnail is not null)
        {
            item.Meta["_thumbnail_id"] = thumbnail;
        }

        var warnings = new ImportWarnings();
        return (WxrBody.Read(item, WxrFiles.Pictures, warnings), warnings.Sentences);
    }
}
