using Storyprint.Formats.Html;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>What is kept of an item beside its text, by itself.</summary>
public sealed class WxrPartsTests
{
    [Fact]
    public void WxrMeta_gives_the_last_value_and_names_what_nobody_read()
    {
        var meta = new WxrMeta { ["a"] = "1", ["b"] = "2", ["c"] = "", ["_edit_lock"] = "1:1" };
        meta["a"] = "3";
        Assert.Equal("3", meta["a"]);
        Assert.Equal(["1", "3"], meta.All("a"));
        Assert.Equal([("b", "2")], meta.Unread);
        Assert.Equal("", meta["none"]);
    }

    [Fact]
    public void WxrLeftOut_tells_a_field_once_and_what_was_too_long()
    {
        var item = new WxrItem { Line = 1, ["title"] = "Ferry", ["wp:is_sticky"] = "1", ["wfw:rating"] = "5 stars" };
        item.Cut.Add("title");
        Assert.Equal("Ferry", item["title"]);
        var warnings = new ImportWarnings();
        WxrLeftOut.Note(item, warnings);
        Assert.Equal(3, warnings.Sentences.Count);
        Assert.Contains("The headline was longer than 500 characters and was cut.", warnings.Sentences);
        Assert.Contains("Fields that have no place here were left out: wfw:rating (“5 stars”).", warnings.Sentences);
        Assert.Single(warnings.Sentences, sentence => sentence.Contains("sticky", StringComparison.Ordinal));
    }

    [Fact]
    public void WxrIdentities_tell_two_items_of_one_number_apart()
    {
        var identities = new WxrIdentities(new WxrIndex(), Trial.Options, "export.xml");
        WxrItem Item() => new() { Line = 1, ["wp:post_id"] = "7", ["link"] = "https://old.example/ferry" };
        var first = identities.SourceOf(Item(), 1);
        Assert.Equal("wxr:old.example:7", first);
        Assert.Equal("wxr:old.example:7:2", identities.SourceOf(Item(), 2));
        Assert.Equal("old.example:7", identities.Of(Item(), first).Item);
    }

    [Theory]
    [InlineData("a.xml", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">", true, true)]
    [InlineData("a.xml", "<rss version=\"2.0\"><channel>", false, true)]
    [InlineData("a.xml", "<html>", false, false)]
    [InlineData("a.txt", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">", false, false)]
    public void WxrFiles_are_known_by_how_they_begin(string name, string text, bool isExport, bool isRss)
    {
        using var folder = new TrialFolder();
        var path = folder.Write(name, text);
        Assert.Equal((isExport, isRss), (WxrFileKind.IsExport(path), WxrFileKind.IsRss(path)));
    }

    [Fact]
    public void WxrChannel_takes_what_another_part_says_and_keeps_its_own()
    {
        var channel = new WxrChannel();
        channel.Add(new WxrChannel());
        Assert.Equal((null, "", 0), (channel.Home, channel.Language, channel.Lists.Count));
        Assert.Equal("harbour news", channel.NameOf(new WxrTerm("category", "harbour%20news", "")));
        Assert.Equal(["<link>https://old.example</link>", "<wp:tag><wp:tag_slug>a</wp:tag_slug></wp:tag>"],
            WxrChannel.ElementsIn("x <link>https://old.example</link> y <wp:tag><wp:tag_slug>a</wp:tag_slug></wp:tag> <wp:tag>"));
    }
}
