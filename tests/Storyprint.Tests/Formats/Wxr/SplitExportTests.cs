using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class SplitExportTests
{
    private const string Thumbnail = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>";

    [Fact]
    public void The_parts_of_an_export_share_pictures_authors_and_reusable_blocks()
    {
        using var folder = new TrialFolder();
        folder.Write("site.000.xml", File(Item(1, "Text.", more: Thumbnail), Item(2, "Text. [gallery ids=\"7,8\"]"), Item(3, "<!-- wp:block {\"ref\":9} /-->")).Replace("ines]]></wp:author_login>", "other]]></wp:author_login>", StringComparison.Ordinal));
        folder.Write("more/site.001.xml", File(
            Attachment(7, "https://old.example/boat.jpg", "A boat", ""), Attachment(8, "https://old.example/quay.jpg", "", ""), Item(9, "<!-- wp:paragraph --><p>Synced.</p><!-- /wp:paragraph -->", type: "wp_block")));
        folder.Write("notes.rst", "words");
        folder.Write("uploads/boat-300x200.jpg", "x");
        folder.Write("uploads/unused.jpg", "x");

        var items = Assert.IsType<WxrImportReader>(ImportFormatDetector.Open(folder.Root, Trial.Options)).Items();
        var stories = items.OfType<ImportedStory>().ToDictionary(story => story.Source);

        Assert.Equal("https://old.example/boat.jpg", stories["wxr:old.example:1"].Content.FeaturedImage?.Address);
        Assert.Equal(2, stories["wxr:old.example:2"].Content.Body.OfType<Picture>().Count());
        Assert.Equal("Synced.", Trial.Words(stories["wxr:old.example:3"].Content.Body));
        Assert.All(stories.Values, story => Assert.Equal(["Ines Calloway"], story.Content.Bylines));
        Assert.All(stories.Values, story => Assert.Empty(story.ImportWarnings));
        Assert.Equal(["notes.rst", "uploads/unused.jpg"], items.Where(item => item.Source is "wxr:notes.rst" or "wxr:uploads/unused.jpg" or "wxr:uploads/boat-300x200.jpg").Select(item => item.Label));
    }

    [Fact]
    public void A_part_alone_says_what_may_be_in_another() =>
        Assert.Contains("import the folder", Assert.Single(Story(Item(1, "Text.", more: Thumbnail)).ImportWarnings), StringComparison.Ordinal);

    [Fact]
    public void Two_sites_in_a_folder_keep_their_numbers_apart()
    {
        using var folder = new TrialFolder();
        folder.Write("a.xml", File(Item(1, "Text.", more: Thumbnail), Attachment(7, "https://old.example/a.jpg", "", "")));
        folder.Write("b.xml", File(Item(1, "Text.", more: Thumbnail), Attachment(7, "https://new.example/b.jpg", "", "")).Replace("old.example", "new.example", StringComparison.Ordinal));
        Assert.Equal(
            ["https://old.example/a.jpg", "https://new.example/b.jpg"],
            new WxrImportReader(folder.Root, Trial.Options).Items().OfType<ImportedStory>().Select(story => story.Content.FeaturedImage?.Address));
    }

    [Fact]
    public void A_feed_beside_saved_pages_makes_no_export_of_them()
    {
        using var folder = new TrialFolder();
        folder.Write("feed.xml", "<rss><channel><item/></channel></rss>");
        folder.Write("page.txt", "words");
        Assert.IsType<Storyprint.Formats.SavedPages.SavedPageImportReader>(ImportFormatDetector.Open(folder.Root, Trial.Options));
    }
}
