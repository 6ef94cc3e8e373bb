using Storyprint.Stories.Body;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrContentTests
{
    private static readonly string[] Files = [Attachment(7, "https://old.example/a.jpg", "Alt a", "Caption a", 1), Attachment(8, "https://old.example/b.jpg", "Alt b", "", 1)];

    [Theory]
    [InlineData("[gallery ids=\"7,8\"]")]
    [InlineData("[gallery]")]
    [InlineData("<!-- wp:gallery {\"ids\":[7,8]} --><figure></figure><!-- /wp:gallery -->")]
    public void Galleries_are_pictures_with_the_words_the_file_has_for_them(string content)
    {
        var pictures = Story(Item(1, content), Files).Content.Body.Cast<Picture>().ToList();

        Assert.Equal(["Alt a", "Alt b"], pictures.Select(picture => picture.Alt));
        Assert.Equal("Caption a", pictures[0].Caption.Plain);
    }

    [Theory]
    [InlineData("[embed]https://v.example/1[/embed]", "https://v.example/1")]
    [InlineData("https://v.example/1", "https://v.example/1")]
    [InlineData("[youtube dQw4]", "https://www.youtube.com/watch?v=dQw4")]
    [InlineData("[youtube=https://youtu.be/dQw4]", "https://youtu.be/dQw4")]
    [InlineData("[audio src=\"https://v.example/a.mp3\"]", "https://v.example/a.mp3")]
    [InlineData("[video mp4='https://v.example/a.mp4'][/video]", "https://v.example/a.mp4")]
    [InlineData("<!-- wp:embed {\"url\":\"https://v.example/1\"} /-->", "https://v.example/1")]
    [InlineData("<!-- wp:embed {\"url\":\"https://v.example/1\"} --><figure class=\"wp-block-embed\"><div>\nhttps://v.example/1\n</div></figure><!-- /wp:embed -->", "https://v.example/1")]
    public void Embeds_are_found_in_every_way_of_writing_them(string content, string address) =>
        Assert.Equal(address, Assert.IsType<Embed>(Assert.Single(Story(Item(1, content)).Content.Body)).Address);

    [Fact]
    public void A_caption_keeps_its_links()
    {
        var picture = Assert.IsType<Picture>(Assert.Single(Story(Item(1, "[caption id=\"x\" align=\"left\"]<a href=\"https://old.example/a.jpg\"><img src=\"https://old.example/a.jpg\" alt=\"A\" /></a> Look at <a href=\"https://x.example/\">this</a> boat[/caption]")).Content.Body));

        Assert.Equal("Look at this boat", picture.Caption.Plain);
        Assert.Contains(picture.Caption.Runs, run => run.Link is not null);
    }

    [Fact]
    public void Words_in_brackets_stay_and_unknown_shortcodes_keep_what_is_inside()
    {
        var story = Story(Item(1, "He said [sic] and [Editor's note: no].\n\n[box style=\"x\"]Inside [b]words[/b][/box] [[gallery]] [my_ad]"));

        Assert.Equal("He said [sic] and [Editor's note: no].\nInside words [gallery]", Trial.Words(story.Content.Body));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("[box", StringComparison.Ordinal));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("[my_ad]", StringComparison.Ordinal));
    }

    [Fact]
    public void Classic_text_has_paragraphs_and_line_breaks() =>
        Assert.Equal(["One\ntwo", "three"], Story(Item(1, "One\r\ntwo\r\n\r\n<!--more-->three")).Content.Body.SelectMany(block => block.Texts));

    [Fact]
    public void Blocks_filled_in_later_are_named_once_and_the_cover_keeps_its_picture()
    {
        var story = Story(Item(1, "<!-- wp:latest-posts /--><!-- wp:archives {\"a\":1} /--><!-- wp:block {\"ref\":12} /--><!-- wp:cover {\"url\":\"https://old.example/c.jpg\"} --><div style=\"background-image:url(x)\"><p>Over</p></div><!-- /wp:cover -->"));

        Assert.Contains(story.ImportWarnings, warning => warning.Contains("archives, latest posts, reusable block 12", StringComparison.Ordinal));
        Assert.Equal("https://old.example/c.jpg", Assert.Single(story.Content.Body.OfType<Picture>()).Address);
        Assert.Equal("Over", Trial.Words(story.Content.Body).Trim());
    }
}
