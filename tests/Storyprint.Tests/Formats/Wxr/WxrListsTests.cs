using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrListsTests
{
    [Theory]
    [InlineData("wp:category", "wp:category_nicename", "wp:cat_name", "wp:term_id", "category", "https://old.example/blog/?cat=3 https://old.example/blog/category/%D8%B4%D9%87%D8%B1")]
    [InlineData("wp:tag", "wp:tag_slug", "wp:tag_name", "wp:term_id", "tag", "https://old.example/blog/?tag_id=3 https://old.example/blog/tag/%D8%B4%D9%87%D8%B1")]
    [InlineData("wp:author", "wp:author_login", "wp:author_display_name", "wp:author_id", "author", "https://old.example/blog/?author=3 https://old.example/blog/author/%D8%B4%D9%87%D8%B1")]
    public void A_list_has_its_number_and_its_name_in_addresses(string element, string slug, string name, string number, string kind, string addresses)
    {
        var fields = new WxrItem { Line = 1, [slug] = "%d8%b4%d9%87%d8%b1", [name] = " City ", [number] = "3" };
        var list = WxrLists.Read(element, fields, new Uri("https://old.example/blog/"))!;
        Assert.Equal((kind, "شهر", "City", addresses), (list.Kind, list.Slug, list.Name, string.Join(' ', list.Addresses)));
    }

    [Fact]
    public void What_is_no_list_or_has_no_name_is_none()
    {
        Assert.Null(WxrLists.Read("wp:term", new WxrItem { Line = 1 }, null));
        Assert.Null(WxrLists.Read("wp:tag", new WxrItem { Line = 1 }, null));
        Assert.Empty(WxrLists.Read("wp:tag", new WxrItem { Line = 1, ["wp:tag_name"] = "Boats" }, null)!.Addresses);
    }
}
