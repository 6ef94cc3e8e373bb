using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrPostTypesTests
{
    [Theory]
    [InlineData("post", "publish", null)]
    [InlineData("page", "draft", null)]
    [InlineData("event", "publish", null)]
    [InlineData("attachment", "inherit", null)]
    [InlineData("nav_menu_item", "publish", "menu entry")]
    [InlineData("revision", "inherit", "older version kept by WordPress")]
    [InlineData("post", "inherit", "older version kept by WordPress")]
    [InlineData("post", "trash", "story in the trash")]
    [InlineData("post", "auto-draft", "empty draft WordPress began by itself")]
    [InlineData("feedback", "spam", "answer to a form")]
    [InlineData("post", "spam", "spam")]
    [InlineData("x", "request-completed", "request for somebody’s personal data")]
    public void What_is_no_news_is_left_out_with_its_reason(string type, string status, string? why) =>
        Assert.Equal(why, WxrPostTypes.WhyLeftOut(WxrFiles.Item(("wp:post_type", type), ("wp:status", status))));

    [Theory]
    [InlineData("post", true)]
    [InlineData("page", true)]
    [InlineData("event", false)]
    [InlineData("", false)]
    public void Posts_and_pages_are_news(string type, bool isNews) => Assert.Equal(isNews, WxrPostTypes.IsNews(type));
}
