using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrStoryConverterTests
{
    private readonly WxrStoryConverter converter = new(WxrFiles.Pictures, Trial.Options);

    [Theory]
    [InlineData("12", "", "wxr:old.example:12")]
    [InlineData("", "https://old.example/?p=34", "wxr:old.example:34")]
    [InlineData("", "https://old.example/ferry", "wxr:old.example:item-5")]
    public void An_item_is_called_by_its_number_or_its_place(string id, string guid, string source) =>
        Assert.Equal(source, converter.Convert(WxrFiles.Item(("title", "a"), ("wp:post_id", id), ("guid", guid)), 5).Source);

    [Fact]
    public void The_second_of_one_number_is_called_by_its_place_as_well()
    {
        converter.Convert(WxrFiles.Item(("title", "a"), ("wp:post_id", "1")), 1);
        Assert.Equal("wxr:old.example:1:2", converter.Convert(WxrFiles.Item(("title", "b"), ("wp:post_id", "1")), 2).Source);
    }

    [Theory]
    [InlineData("پل-بسته", "The bridge", "پل-بسته")]
    [InlineData("%D9%BE%D9%84", "The bridge", "پل")]
    [InlineData("%e6%a9%8b", "The bridge", "橋")]
    [InlineData("", "The bridge is closed", "the-bridge-is-closed")]
    [InlineData("%%%", "The bridge", "the-bridge")]
    public void The_slug_is_the_one_it_had(string name, string headline, string slug) =>
        Assert.Equal(slug, Story(("title", headline), ("wp:post_name", name)).Slug.Text);

    [Fact]
    public void The_first_words_stand_for_a_missing_headline()
    {
        var story = Story(("content:encoded", "<p>پل امروز بسته شد.</p>"));
        Assert.Equal("پل امروز بسته شد.", story.Content.Headline);
        Assert.Contains("It had no headline; the first words of its text stand as one.", story.ImportWarnings);
    }

    [Fact]
    public void Long_first_words_are_cut_between_two_characters()
    {
        Assert.Equal(new string('橋', 80) + "…", Story(("content:encoded", new string('橋', 200))).Content.Headline);
        var emoji = Story(("content:encoded", "a" + string.Concat(Enumerable.Repeat("😀", 100)))).Content.Headline;
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("😀", 39)) + "…", emoji);
    }

    [Fact]
    public void Neither_headline_nor_text_is_rejected() => Assert.IsType<RejectedItem>(converter.Convert(WxrFiles.Item(("content:encoded", " ")), 1));

    [Theory]
    [InlineData("https://old.example/a.jpg", "", true)]
    [InlineData("", "/a.jpg", true)]
    [InlineData("javascript:x", "", false)]
    [InlineData("", "", false)]
    public void An_attachment_needs_an_address(string address, string guid, bool isUsable)
    {
        var item = converter.Convert(WxrFiles.Item(("wp:post_type", "attachment"), ("wp:attachment_url", address), ("guid", guid)), 1);
        Assert.Equal(isUsable, item is ImportedAttachment);
        Assert.Equal(!isUsable, item is RejectedItem);
    }

    [Fact]
    public void What_is_no_news_is_skipped() => Assert.IsType<SkippedItem>(converter.Convert(WxrFiles.Item(("wp:post_type", "nav_menu_item")), 1));

    [Theory]
    [InlineData(1, "One comment without words was left out.")]
    [InlineData(3, "3 comments without words were left out.")]
    public void Comments_that_cannot_be_kept_are_named_as_lost(int comments, string warning)
    {
        var item = WxrFiles.Item(("title", "a"), ("wp:status", "draft"));
        item.Comments.AddRange(Enumerable.Repeat(new Dictionary<string, string>(), comments));
        Assert.Equal([warning], Assert.IsType<ImportedStory>(converter.Convert(item, 1)).ImportWarnings);
    }

    [Fact]
    public void Old_addresses_that_a_reader_could_open_are_kept() =>
        Assert.Equal(["https://old.example/ferry"], Story(("title", "a"), ("link", "https://old.example/ferry"), ("guid", "urn:uuid:1")).LegacyUrls);

    private ImportedStory Story(params (string Name, string Value)[] fields) => Assert.IsType<ImportedStory>(converter.Convert(WxrFiles.Item(fields), 1));
}
