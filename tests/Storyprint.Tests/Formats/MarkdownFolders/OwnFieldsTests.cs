using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.MarkdownFolders;

/// <summary><see cref="OwnFields"/>, and that the same names outside of their map stay other people's.</summary>
public sealed class OwnFieldsTests
{
    [Fact]
    public void Fields_of_our_own_map_are_read()
    {
        using var folder = new TrialFolder();
        folder.Write("a.md", """
            ---
            title: The bridge
            date: 2021-05-03
            storyprint:
              label: opinion
              search_headline: "Bridge opening date"
              social_headline: "At last"
              paper_headline: "Bridge opens"
              warning: "A drop of forty metres."
              made: humanEdits
              sources:
                - "The harbour office"
                - "<a href='https://a.example/'>A table</a>, read in May"
            ---
            Words.
            """);
        var content = new MarkdownImportReader(folder.Root, Trial.Options).Story().Content;
        Assert.Equal((StoryLabel.Opinion, "Bridge opening date", "At last", "Bridge opens", "A drop of forty metres.", DigitalSourceType.HumanEdits),
            (content.Label, content.SearchHeadline, content.SocialHeadline, content.PaperHeadline, content.ContentWarning, content.Made));
        Assert.Equal(["The harbour office", "A table, read in May"], content.Sources!.Lines.Select(line => line.Plain));
        Assert.Contains(content.Sources.Runs, run => run.Link?.Address == "https://a.example/");
    }

    [Fact]
    public void A_word_that_is_none_is_told_and_so_is_a_field_outside_the_map()
    {
        using var folder = new TrialFolder();
        folder.Write("a.md", "---\ntitle: The bridge\ndate: 2021-05-03\nlabel: opinion\nstoryprint:\n  label: gossip\n---\nWords.");
        var story = new MarkdownImportReader(folder.Root, Trial.Options).Story();
        Assert.Null(story.Content.Label);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("storyprint.label", StringComparison.Ordinal) && warning.Contains("gossip", StringComparison.Ordinal));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("“label”", StringComparison.Ordinal));
    }
}
