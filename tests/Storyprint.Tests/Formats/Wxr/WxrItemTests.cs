namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrItemTests
{
    [Theory]
    [InlineData(" 12 ", 12)]
    [InlineData("", 0)]
    [InlineData("twelve", 0)]
    [InlineData("99999999999999999999", 0)]
    public void The_number_is_zero_where_there_is_none(string text, long id) => Assert.Equal(id, WxrFiles.Item(("wp:post_id", text)).Id);

    [Theory]
    [InlineData("", "post", "publish")]
    [InlineData(" page ", "page", "page")]
    public void What_is_not_said_is_what_old_exports_mean(string text, string type, string status)
    {
        var item = WxrFiles.Item(("wp:post_type", text), ("wp:status", text));
        Assert.Equal((type, status), (item.Type, item.Status));
    }

    [Fact]
    public void A_field_that_is_absent_is_empty() => Assert.Empty(WxrFiles.Item()["title"]);
}
