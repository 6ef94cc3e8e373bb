using System.Xml.Linq;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Feeds;

public class StandingInFeedsTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : StandingInFeedsTests(stories), IOnPostgres;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task An_item_says_that_its_story_was_corrected_or_retracted()
    {
        var corrected = await ItemAsync(stories.Corrected);
        Assert.Equal("Corrected: Library lift opens", corrected.Element("title")!.Value);
        Assert.StartsWith("Correction, ", corrected.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Contains(": The lift carries sixteen people, not twelve. – The doors opened at nine.", corrected.Element("description")!.Value, StringComparison.Ordinal);
        var retracted = await ItemAsync(stories.Retracted);
        Assert.Equal("Retracted: Survey of benches", retracted.Element("title")!.Value);
        Assert.Contains(StoriesInStates.Reason, retracted.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal("Tide rises", (await ItemAsync(stories.Updated)).Element("title")!.Value);
    }

    [Fact]
    public async Task A_correction_moves_nothing_of_an_item_but_its_time_of_change()
    {
        var content = StoriesInStates.English("Bridge closes", "On Monday.");
        var code = await stories.PublishAsync(content);
        var before = await ItemAsync(code);
        await stories.CorrectAsync(code, 1, StoriesInStates.English("Bridge closes", "On Tuesday."), new NoteWords { Text = "On Tuesday.", Said = "Monday", Says = "Tuesday" });
        var after = await ItemAsync(code);
        Assert.All((string[])["guid", "pubDate", "link"], name => Assert.Equal(before.Element(name)!.Value, after.Element(name)!.Value));
        Assert.NotEqual(before.Element(Atom + "updated")!.Value, after.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Who_watches_a_story_is_told_what_each_revision_did()
    {
        var feed = XDocument.Parse(await stories.ReadAsync($"/news/{stories.Corrected}/feed.atom")).Root!;
        Assert.Equal(
            [
                "Correction: The lift carries sixteen people, not twelve.", "Update: Library lift opens (Revision 4)",
                "Correction: This story said that the lift carries twelve people. It carries sixteen.", "Update: The first riders have come.", "Library lift opens",
            ],
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value));
    }

    private async Task<XElement> ItemAsync(StoryCode code) => XDocument.Parse(await stories.ReadAsync("/en/feed.rss")).Descendants("item")
        .Single(item => item.Element("guid")!.Value == $"{TestPublication.Origin}/{code}");
}
