using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownStoryConverterTests
{
    [Theory]
    [InlineData("date: 2024-03-01", StoryStatus.Published, 0)]
    [InlineData("date: 2024-03-01\nstatus: scheduled", StoryStatus.Draft, 1)]
    [InlineData("date: 2099-03-01", StoryStatus.Scheduled, 1)]
    [InlineData("date: 2024-03-01\nstatus: In Review", StoryStatus.InReview, 0)]
    [InlineData("date: 2024-03-01\nstatus: private", StoryStatus.Draft, 1)]
    [InlineData("date: 2024-03-01\nstatus: embargoed", StoryStatus.Draft, 1)]
    [InlineData("date: 2024-03-01\ndraft: yes", StoryStatus.Draft, 0)]
    [InlineData("date: 2024-03-01\npublished: false", StoryStatus.Draft, 0)]
    [InlineData("date: someday", StoryStatus.Draft, 2)]
    [InlineData("section: world", StoryStatus.Draft, 1)]
    public void Where_a_story_stands_follows_from_its_fields(string fields, StoryStatus status, int warnings)
    {
        var story = Story($"title: a\n{fields}", "stories/a.md");
        Assert.Equal(status, story.Status);
        Assert.Equal(warnings, story.ImportWarnings.Count);
    }

    [Theory]
    [InlineData("date: 2024-03-01 10:00", "stories/a.md", "2024-03-01T10:00:00+01:00")]
    [InlineData("lang: fa\ndate: ۱۱ اسفند ۱۴۰۲", "stories/a.md", "2024-03-01T00:00:00+03:30")]
    [InlineData("date: 2024-03-01T10:00:00Z", "stories/a.md", "2024-03-01T10:00:00+00:00")]
    [InlineData("mood: sad", "_posts/2024-03-01-a.md", "2024-03-01T00:00:00+01:00")]
    public void A_date_without_a_zone_is_in_the_time_of_its_edition(string fields, string path, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Story($"title: a\n{fields}", path).PublishedAt);

    [Theory]
    [InlineData("tags: one two", "one|two")]
    [InlineData("tags: one thing, two", "one thing|two")]
    [InlineData("tags: [One, one, دو]", "One|دو")]
    [InlineData("categories: [world, 経済]", "経済")]
    public void Topics_are_told_from_the_section(string fields, string topics) =>
        Assert.Equal(topics, string.Join('|', Story($"title: a\n{fields}", "stories/a.md").Content.Topics));

    [Fact]
    public void The_first_heading_stands_for_a_missing_headline_and_leaves_the_text()
    {
        var story = Story("section: world", "stories/a.md", "# پل بسته شد\n\nمتن");
        Assert.Equal("پل بسته شد", story.Content.Headline);
        Assert.IsType<Paragraph>(Assert.Single(story.Content.Body));
    }

    [Theory]
    [InlineData("url: /old/a", "/old/a")]
    [InlineData("permalink: /:year/:title/", "/2024/03/01/a.html")]
    [InlineData("aliases: [/one, two]", "/one /two /2024/03/01/a.html")]
    [InlineData("url: javascript:alert(1)", "/javascript:alert(1)")]
    public void Old_addresses_are_kept_and_patterns_are_none(string fields, string addresses) =>
        Assert.Equal(addresses, string.Join(' ', Story($"title: a\n{fields}", "_posts/2024-03-01-a.md").LegacyUrls));

    [Fact]
    public void A_file_without_a_headline_is_rejected_and_one_about_the_folder_is_left_out()
    {
        Assert.IsType<RejectedItem>(Convert("section: world", "stories/a.md", "words"));
        Assert.IsType<SkippedItem>(new MarkdownStoryConverter(Trial.Options, "/nowhere").Convert(Known("# About these files"), "README.md", "x"));
    }

    [Fact]
    public void A_language_without_an_edition_and_a_field_nobody_knows_are_named() =>
        Assert.Equal(
            ["It says that it is in “de”; it came as a draft.", "The publication has no edition in “de”; it came into “en”.", "The field “mood” was left out: “sad”."],
            Story("title: a\nlang: de\nmood: sad\ndate: 2024-03-01", "stories/a.md").ImportWarnings);

    private static ImportedStory Story(string fields, string path, string body = "words") => Assert.IsType<ImportedStory>(Convert(fields, path, body));

    private static ImportedItem Convert(string fields, string path, string body) =>
        new MarkdownStoryConverter(Trial.Options, "/nowhere").Convert(Known($"---\n{fields}\n---\n{body}"), path, "markdown:" + path);

    private static FrontMatter.Known Known(string file) => Assert.IsType<FrontMatter.Known>(FrontMatter.Read(file));
}
