using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrIndexTests
{
    [Fact]
    public void The_attachments_of_a_story_are_known_in_the_order_of_the_file()
    {
        Assert.Equal([7, 8], WxrFiles.Pictures.AttachmentsOf(1));
        Assert.Empty(WxrFiles.Pictures.AttachmentsOf(2));
        Assert.Equal(new WxrAttachment("https://old.example/boat.jpg", "قایق", "<b>The</b> boat", "File"), WxrFiles.Pictures.Attachment(7));
        Assert.Null(WxrFiles.Pictures.Attachment(1));
    }

    [Theory]
    [InlineData("ines", "Ines Calloway")]
    [InlineData(" INES ", "Ines Calloway")]
    [InlineData("maud", null)]
    [InlineData("maud@old.example", null)]
    [InlineData("Maud Ferrier", "Maud Ferrier")]
    [InlineData("ماد", "ماد")]
    [InlineData("", null)]
    public void A_login_stands_for_the_name_readers_see(string login, string? name) => Assert.Equal(name, WxrFiles.Index().Authors.OfLogin(login));

    [Fact]
    public void Home_and_language_are_the_channels_and_not_an_items()
    {
        var index = WxrFiles.Index(WxrSample.Item(1, "words", more: "<language>fa</language>"));
        Assert.Equal(("old.example", "en-US", true), (index.Host, index.Language, index.IsWxr));
    }

    [Theory]
    [InlineData("<rss><channel><title>News</title><item><title>a</title></item></channel></rss>", false)]
    [InlineData("<rss><channel><item><wp:post_type>post</wp:post_type></item></channel></rss>", true)]
    [InlineData("<html></html>", false)]
    public void A_feed_is_told_from_an_export(string xml, bool isWxr) => Assert.Equal(isWxr, WxrFiles.IndexOf(xml).IsWxr);

    [Theory]
    [InlineData("")]
    [InlineData("no XML")]
    [InlineData("<rss><channel><link>javascript:alert(1)</link>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"x\">]><rss><channel><link>&e;</link></channel></rss>")]
    public void A_file_that_breaks_off_is_read_as_far_as_it_is_sound(string xml) => Assert.Equal(string.Empty, WxrFiles.IndexOf(xml).Host);

    [Fact]
    public void What_stood_before_the_break_is_kept() =>
        Assert.NotNull(WxrFiles.IndexOf(WxrSample.File(WxrSample.Attachment(7, "https://old.example/a.jpg", "a", "")) + "<broken").Attachment(7));
}
