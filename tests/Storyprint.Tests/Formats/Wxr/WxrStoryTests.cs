using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrStoryTests
{
    [Fact]
    public void Fields_come_over_in_our_words()
    {
        var story = Story(Item(12, "<!-- wp:paragraph --><p>Text.</p><!-- /wp:paragraph -->", "Fish &amp;amp; &lt;em&gt;chips&lt;/em&gt;", """
            <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
            <category domain="category" nicename="city-news"><![CDATA[City]]></category><category domain="category" nicename="b"><![CDATA[Bridges]]></category>
            <category domain="post_tag" nicename="t"><![CDATA[Trams]]></category><category domain="post_format" nicename="x"><![CDATA[Aside]]></category>
            <wp:post_name>fish-and-chips</wp:post_name><wp:post_modified>2024-03-02 10:00:00</wp:post_modified><wp:post_modified_gmt>2024-03-02 09:00:00</wp:post_modified_gmt>
            """));

        Assert.Equal("wxr:old.example:12", story.Source);
        Assert.Equal("Fish & chips", story.Content.Headline);
        Assert.Equal("fish-and-chips", story.Slug.Text);
        Assert.Equal(["Ines Calloway"], story.Content.Bylines);
        Assert.Equal(("city-news", "City"), (story.Section!.Slug, story.Section.Name));
        Assert.Equal(["Bridges", "Trams"], story.Content.Topics);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)), story.PublishedAt);
        Assert.Equal(TimeSpan.FromHours(1), story.PublishedAt!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 9, 0, 0, TimeSpan.Zero), story.UpdatedAt);
        Assert.Equal(["https://old.example/?p=12"], story.LegacyUrls);
    }

    [Theory]
    [InlineData("publish", StoryStatus.Published)]
    [InlineData("future", StoryStatus.Draft)]
    [InlineData("pending", StoryStatus.InReview)]
    [InlineData("draft", StoryStatus.Draft)]
    [InlineData("private", StoryStatus.Draft)]
    [InlineData("wc-completed", StoryStatus.Draft)]
    public void States_are_translated_and_nothing_private_becomes_public(string status, StoryStatus expected) =>
        Assert.Equal(expected, Story(Item(1, "Text.", status: status)).Status);

    [Fact]
    public void A_story_behind_a_password_comes_as_a_draft_and_says_so()
    {
        var story = Story(Item(1, "Text.", more: "<wp:post_password><![CDATA[enter]]></wp:post_password>"));

        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("password", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("trash", "post", "story in the trash")]
    [InlineData("auto-draft", "post", "empty draft WordPress began by itself")]
    [InlineData("publish", "nav_menu_item", "menu entry")]
    [InlineData("inherit", "revision", "older version kept by WordPress")]
    [InlineData("publish", "shop_order", "shop order")]
    public void What_is_no_news_is_left_out_by_name(string status, string type, string what) =>
        Assert.Equal(what, Assert.IsType<SkippedItem>(Assert.Single(Read(File(Item(1, "Text.", status: status, type: type))))).What);

    [Fact]
    public void Zero_dates_fall_back_on_the_local_one_and_then_on_the_feed_date()
    {
        const string zero = "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>";
        var local = Item(1, "Text.").Replace("<wp:post_date_gmt>2024-03-01 09:00:00</wp:post_date_gmt>", zero, StringComparison.Ordinal);
        var feed = local.Replace("<wp:post_date>2024-03-01 10:00:00", "<pubDate>Fri, 01 Mar 2024 08:00:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00", StringComparison.Ordinal);

        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)), Story(local).PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 8, 0, 0, TimeSpan.Zero), Story(feed).PublishedAt);
    }

    [Fact]
    public void The_featured_picture_opens_the_story_unless_the_text_shows_it()
    {
        const string thumbnail = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>";
        var file = Attachment(7, "https://old.example/boat.jpg", "A boat", "The <em>boat</em>");

        var opened = Story(Item(1, "Text.", more: thumbnail), file).Content.FeaturedImage;
        var shown = Story(Item(1, "<img src='https://old.example/boat-300x200.jpg'> Text.", more: thumbnail), file).Content.Body;

        Assert.Equal(("https://old.example/boat.jpg", "A boat", "The boat"), (opened!.Address, opened.Alt, opened.Caption.Plain));
        Assert.Single(shown.OfType<Picture>());
    }

    [Fact]
    public void A_story_with_neither_headline_nor_text_is_refused() =>
        Assert.IsType<RejectedItem>(Assert.Single(Read(File(Item(1, " ", string.Empty)))));

    [Fact]
    public void Comments_and_foreign_types_are_named_as_lost()
    {
        var warnings = Story(Item(1, "Text.", more: "<wp:is_sticky>1</wp:is_sticky><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment><wp:comment/>", type: "review")).ImportWarnings;

        Assert.Contains("2 comments without words were left out.", warnings);
        Assert.Contains(warnings, warning => warning.Contains("sticky", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Contains("review", StringComparison.Ordinal));
    }
}
