using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class ShortcodeTagTests
{
    [Theory]
    [InlineData("a [gallery] b", "gallery", "[gallery]")]
    [InlineData("[Caption id=\"x\" width='3']", "caption", "[Caption id=\"x\" width='3']")]
    [InlineData("[/embed]", "embed", "[/embed]")]
    [InlineData("پل [audio src=\"a[1].mp3\"] بسته", "audio", "[audio src=\"a[1].mp3\"]")]
    [InlineData("[1] [2] [sic]", "sic", "[sic]")]
    [InlineData("[[gallery]]", "gallery", "[[gallery]]")]
    [InlineData("[[gallery]", "gallery", "[gallery]")]
    public void The_next_tag_is_found(string text, string name, string written)
    {
        var tag = ShortcodeTag.Next(text, 0)!;
        Assert.Equal((name, written), (tag.Name, text[tag.Start..tag.End]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no tags")]
    [InlineData("[1] [ gallery] [日本] [خبر]")]
    [InlineData("[never closed")]
    [InlineData("[gallery ids=\"never closed]")]
    public void Words_in_brackets_are_no_tag(string text) => Assert.Null(ShortcodeTag.Next(text, 0));

    [Theory]
    [InlineData("[a src=\"x y\"]", "x y")]
    [InlineData("[a src='x']", "x")]
    [InlineData("[a src=x]", "x")]
    [InlineData("[a SRC = “قایق”]", "قایق")]
    [InlineData("[a data-src=\"x\"]", "")]
    [InlineData("[a]", "")]
    public void An_attribute_is_read_in_any_quotation_marks(string text, string value) => Assert.Equal(value, ShortcodeTag.Next(text, 0)!.Attribute("src"));

    [Theory]
    [InlineData("[youtube=https://film.example/1]", "https://film.example/1")]
    [InlineData("[vimeo 1234 w=5]", "1234")]
    [InlineData("[vimeo \"1234\"/]", "1234")]
    [InlineData("[vimeo]", "")]
    public void What_has_no_name_is_the_bare_value(string text, string value) => Assert.Equal(value, ShortcodeTag.Next(text, 0)!.Bare);

    [Theory]
    [InlineData("[my_tag]", true)]
    [InlineData("[tag a=1]", true)]
    [InlineData("[sic]", false)]
    [InlineData("[the minister]", false)]
    public void A_tag_that_can_hardly_be_words_is_told(string text, bool looksLikeOne) => Assert.Equal(looksLikeOne, ShortcodeTag.Next(text, 0)!.LooksLikeOne);

    [Theory]
    [InlineData("[[a]]", true, false)]
    [InlineData("[/a]", false, true)]
    [InlineData("[a]", false, false)]
    public void Escaped_and_closing_tags_say_so(string text, bool isEscaped, bool isClosing)
    {
        var tag = ShortcodeTag.Next(text, 0)!;
        Assert.Equal((isEscaped, isClosing), (tag.IsEscaped, tag.IsClosing));
    }
}
