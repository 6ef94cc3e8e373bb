using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrAddressesTests
{
    private static readonly Uri Home = new("https://old.example/blog/");

    [Fact]
    public void A_post_answered_by_its_link_its_guid_its_number_and_its_earlier_names()
    {
        var item = WxrFiles.Item(("link", "https://old.example/blog/2024/new-name/"), ("guid", "https://first.example/?p=12"), ("wp:post_id", "12"), ("wp:post_name", "new-name"));
        item.OldSlugs.AddRange(["old-name", "%D8%AE"]);
        Assert.Equal(
            ["https://old.example/blog/2024/new-name/", "https://first.example/?p=12", "https://old.example/blog/?p=12", "https://old.example/blog/2024/old-name/", "https://old.example/blog/2024/%D8%AE/"],
            WxrAddresses.Of(item, Home));
    }

    [Fact]
    public void A_page_has_another_number_as_well_and_what_is_no_news_has_none()
    {
        var page = WxrFiles.Item(("link", "https://old.example/blog/about/"), ("wp:post_id", "3"), ("wp:post_type", "page"));
        Assert.Equal(["https://old.example/blog/about/", "https://old.example/blog/?p=3", "https://old.example/blog/?page_id=3"], WxrAddresses.Of(page, Home));
        Assert.Equal(["https://old.example/event/1/"], WxrAddresses.Of(WxrFiles.Item(("link", "https://old.example/event/1/"), ("wp:post_id", "3"), ("wp:post_type", "event")), Home));
        Assert.Empty(WxrAddresses.Of(WxrFiles.Item(("guid", "urn:uuid:1"), ("wp:post_id", "3")), null));
    }
}
