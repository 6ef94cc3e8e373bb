using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class ShortcodeEmbedsTests
{
    [Theory]
    [InlineData("[embed]", " https://film.example/1 ", "https://film.example/1")]
    [InlineData("[video mp4=\"https://a.example/v.mp4\"]", "", "https://a.example/v.mp4")]
    [InlineData("[youtube=HTTPS://film.example/?a=1&amp;b=2]", "", "HTTPS://film.example/?a=1&b=2")]
    [InlineData("[youtube abc]", "", "https://www.youtube.com/watch?v=abc")]
    [InlineData("[youtube id=\"a&b\"]", "", "https://www.youtube.com/watch?v=a%26b")]
    [InlineData("[vimeo 42]", "", "https://vimeo.com/42")]
    [InlineData("[dailymotion id=x1]", "", "https://www.dailymotion.com/video/x1")]
    [InlineData("[tweet 99]", "", "https://twitter.com/i/status/99")]
    [InlineData("[ted id=a_b]", "", "https://www.ted.com/talks/a_b")]
    [InlineData("[wpvideo abc]", "", "https://videopress.com/v/abc")]
    [InlineData("[soundcloud 5]", "", null)]
    [InlineData("[audio]", "", null)]
    [InlineData("[youtube two words]", "", null)]
    [InlineData("[youtube javascript:alert(1)]", "", "https://www.youtube.com/watch?v=javascript%3Aalert%281%29")]
    [InlineData("[vimeo فیلم]", "", "https://vimeo.com/%D9%81%DB%8C%D9%84%D9%85")]
    public void A_player_stands_for_its_address(string tag, string inner, string? address) =>
        Assert.Equal(address, ShortcodeEmbeds.Address(ShortcodeTag.Next(tag, 0)!, inner));
}
