using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrItemReaderTests
{
    [Theory]
    [InlineData("<title>پل &amp;amp; راه</title>", "پل & راه")]
    [InlineData("<title><![CDATA[橋 <b>閉鎖</b>]]></title>", "橋 閉鎖")]
    [InlineData("<title/>", "")]
    [InlineData("<title>a<x>b</x>c</title>", "abc")]
    [InlineData("<title>a&#7;b</title>", "ab")]
    [InlineData("<title>a&#xD800;b</title>", "ab")]
    public void A_headline_is_its_words(string xml, string title) => Assert.Equal(title, Read(xml)["title"]);

    [Fact]
    public void A_headline_is_cut_between_two_characters_and_the_cut_is_noted()
    {
        var item = Read($"<title>{new string('a', 499)}😀😀</title>");
        Assert.Equal(new string('a', 499), item["title"]);
        Assert.Equal(["title"], item.Cut);
    }

    [Fact]
    public void Terms_are_kept_with_their_taxonomy()
    {
        var item = Read("<category domain='category' nicename='world'>World</category><category nicename='x'/><category></category><category>جهان</category>");
        Assert.Equal([new WxrTerm("category", "world", "World"), new WxrTerm("", "x", ""), new WxrTerm("", "", "جهان")], item.Terms);
    }

    [Fact]
    public void Of_the_custom_fields_what_says_something_is_kept_and_nothing_is_lost_unread()
    {
        var item = Read("""
            <wp:postmeta><wp:meta_key>dateline</wp:meta_key><wp:meta_value> تهران </wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_plugin</wp:meta_key><wp:meta_value>words</wp:meta_value></wp:postmeta><wp:postmeta/>
            <wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>123:1</wp:meta_value></wp:postmeta>
            <wfw:rating>5 stars</wfw:rating><wp:is_sticky>0</wp:is_sticky><enclosure url="https://a.example/a.mp3"/>
            """);
        Assert.Equal("تهران", item.Meta["dateline"]);
        Assert.Equal([("wfw:rating", "5 stars"), ("_plugin", "words")], item.Unread);
        Assert.Equal(["https://a.example/a.mp3"], item.Files);
    }

    [Fact]
    public void Comments_are_read_without_the_mail_and_the_network_address_of_their_authors()
    {
        var item = Read("<wp:comment><title>no</title><wp:comment_author>Anna</wp:comment_author><wp:comment_author_email>a@a.example</wp:comment_author_email><wp:comment_author_IP>10.0.0.1</wp:comment_author_IP></wp:comment><wp:comment/><title>yes</title>");
        Assert.Equal(("yes", 2), (item["title"], item.Comments.Count));
        Assert.Equal(["wp:comment_author"], item.Comments[0].Keys);
    }

    [Fact]
    public void Fields_nobody_wants_are_read_over()
    {
        var item = Read("<title>a</title><content:encoded>b</content:encoded>", new HashSet<string> { "title" });
        Assert.Equal(("a", ""), (item["title"], item["content:encoded"]));
    }

    [Fact]
    public void The_reader_stands_behind_the_item_afterwards()
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", "<c><item><title>a</title></item><item/><end/></c>"));
        reader.Xml.ReadToFollowing("item");
        Assert.Equal("a", WxrItemReader.Read(reader)["title"]);
        Assert.Empty(WxrItemReader.Read(reader)["title"]);
        Assert.Equal("end", reader.Xml.Name);
    }

    private static WxrItem Read(string inside, HashSet<string>? wanted = null)
    {
        using var folder = new TrialFolder();
        using var reader = new WxrReader(folder.Write("a.xml", $"<rss><item>{inside}</item></rss>"));
        reader.Xml.ReadToFollowing("item");
        return WxrItemReader.Read(reader, wanted);
    }
}
