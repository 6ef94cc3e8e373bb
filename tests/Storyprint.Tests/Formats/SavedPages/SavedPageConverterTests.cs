using Storyprint.Formats.Imports;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class SavedPageConverterTests
{
    [Fact]
    public void A_page_becomes_a_story()
    {
        var story = Story(Page("The ferry sank", "1 March 2024 10:00", "SKARHOLM — Nobody was hurt.", "Story Code: 1125546", "By: Ines Calloway"));
        Assert.Equal(
            ("The ferry sank", "SKARHOLM", StoryStatus.Published, "en"),
            (story.Content.Headline, story.Content.Dateline, story.Status, story.Content.Language));
        Assert.Equal(["Ines Calloway"], story.Content.Bylines);
        Assert.Equal("Nobody was hurt.", Trial.Words(story.Content.Body));
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.FromHours(1)), story.PublishedAt);
    }

    [Theory]
    [InlineData("", "پل بسته شد", "fa")]
    [InlineData("", "The bridge is closed", "en")]
    [InlineData("", "橋が閉鎖された", "en")]
    [InlineData("fa-IR", "The bridge is closed", "fa")]
    [InlineData("fa_IR", "The bridge is closed", "fa")]
    [InlineData("de", "پل بسته شد", "fa")]
    public void The_edition_follows_the_page_or_else_its_letters(string language, string words, string expected) =>
        Assert.Equal(expected, Story(Page(words, words) with { Language = language }).Content.Language);

    [Fact]
    public void A_page_without_a_date_is_a_draft_and_says_so()
    {
        var story = Story(Page("The ferry sank", "Nobody was hurt."));
        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.Contains("No date was found on the page; it came as a draft.", story.ImportWarnings);
    }

    [Theory]
    [InlineData("1 March 2024", "no time of day and no zone")]
    [InlineData("1 March 2024 10:00", "says no zone")]
    public void A_date_that_leaves_something_open_says_how_it_was_read(string date, string warning) =>
        Assert.Contains(warning, Assert.Single(Story(Page("The ferry sank", date, "Words.")).ImportWarnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("by Ines", "Ines")]
    [InlineData("Ines", "Ines")]
    public void The_word_before_a_name_is_no_part_of_it(string author, string byline) =>
        Assert.Equal([byline], Story(Page("The ferry sank", "Words.") with { Author = author }).Content.Bylines);

    [Fact]
    public void A_page_without_a_headline_is_rejected()
    {
        Assert.IsType<RejectedItem>(new SavedPageConverter(Trial.Options).Convert(Page(), "saved:a", "a"));
        Assert.IsType<RejectedItem>(new SavedPageConverter(Trial.Options).Convert(Page("12", "--"), "saved:a", "a"));
    }

    private static SavedPage Page(params string[] lines) => new() { Body = [.. lines.Select(line => new Paragraph(RichText.From(line)))] };

    private static ImportedStory Story(SavedPage page) => Assert.IsType<ImportedStory>(new SavedPageConverter(Trial.Options).Convert(page, "saved:a.txt", "a.txt"));
}
