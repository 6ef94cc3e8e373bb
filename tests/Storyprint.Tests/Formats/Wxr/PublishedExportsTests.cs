using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class PublishedExportsTests
{
    [Theory]
    [InlineData("themeunittestdata.wordpress.xml", 79, 37, 72)]
    [InlineData("64-block-test-data.xml", 62, 9, 3)]
    [InlineData("theme-preview.xml", 7, 0, 0)]
    public void Every_item_of_a_published_export_is_accounted_for(string file, int stories, int attachments, int leftOut)
    {
        var items = Read(file);

        Assert.Equal(stories + attachments + leftOut, items.Count);
        Assert.Equal(stories, items.OfType<ImportedStory>().Count());
        Assert.Equal(attachments, items.OfType<ImportedAttachment>().Count());
        Assert.Equal(leftOut, items.OfType<SkippedItem>().Count());
        Assert.Equal(items.Count, items.Select(item => item.Source).Distinct().Count());
        Assert.All(items, item => Assert.True(item.Line > 1 || item.Label is "sections and topics" or "captions of the picture library"));
    }

    [Fact]
    public void What_was_behind_a_password_is_not_public_and_what_was_scheduled_is_scheduled()
    {
        var stories = Read("themeunittestdata.wordpress.xml").OfType<ImportedStory>().ToList();

        Assert.Equal(StoryStatus.Draft, stories.Single(story => story.Label.StartsWith("Template: Password", StringComparison.Ordinal)).Status);
        Assert.Equal(StoryStatus.Scheduled, stories.Single(story => story.Label == "Scheduled").Status);
    }

    [Fact]
    public void A_published_story_without_a_headline_takes_the_first_words_of_its_text()
    {
        var story = Read("themeunittestdata.wordpress.xml").OfType<ImportedStory>().Single(story => story.ImportWarnings.Any(warning => warning.Contains("no headline", StringComparison.Ordinal)));

        Assert.NotEmpty(story.Content.Headline);
        Assert.Equal(StoryStatus.Published, story.Status);
    }

    [Fact]
    public void Pull_quotes_quotations_and_galleries_keep_their_kind()
    {
        var body = Read("themeunittestdata.wordpress.xml").OfType<ImportedStory>().SelectMany(story => story.Content.Body).ToList();

        Assert.Contains(body, block => block is PullQuote);
        Assert.Contains(body, block => block is Quotation { Speaker: not null });
        Assert.True(body.OfType<Picture>().Count() > 50);
        Assert.All(body.OfType<Picture>(), picture => Assert.StartsWith("http", picture.Address, StringComparison.Ordinal));
    }

    private static List<ImportedItem> Read(string file) => new WxrImportReader(SharedFiles.Path("fixtures/wxr/" + file), Trial.Options).Items();
}
