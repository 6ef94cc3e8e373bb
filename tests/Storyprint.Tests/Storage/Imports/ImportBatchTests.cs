using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Imports;

/// <summary>
/// What an ImportBatch does with stories that came in before: StandingStories finds them (a StandingStory each), RevisionOfArchive releases or holds them, OldAddressWriter writes their addresses.
/// </summary>
public class ImportBatchTests
{
    public sealed class OnPostgres : ImportBatchTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_of_another_story_is_lost_and_told_and_other_letter_cases_lead_there_too()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var first = await SaveAsync(desk, Story("one") with { LegacyUrls = ["/A/One", "/p"] });
        var second = await SaveAsync(desk, Story("two") with { LegacyUrls = ["/p", $"/{first.Code}", "/two"] });
        Assert.Equal((2, 0), (first.OldAddresses, first.LostAddresses.Count));
        Assert.Equal(1, second.OldAddresses);
        Assert.Equal([new LostAddress("/p", $"it leads to the story {first.Code}"), new LostAddress($"/{first.Code}", $"it leads to the story {first.Code}")], second.LostAddresses);
        Assert.Equal(first.Code, (await desk.Stories.FindByOldLinksAsync(LegacyUrlForms.Of("/a/ONE/amp/", ""), Cancellation))?.Code);
        Assert.Equal(["/A/One", "/a/one", "/p"], (await desk.Stories.OldLinksAsync(first.Code, Cancellation)).Order(StringComparer.Ordinal));
        Assert.Null(await desk.Stories.FindByOldLinksAsync([], Cancellation));
    }

    [Fact]
    public async Task The_best_of_several_addresses_wins_and_a_withdrawn_story_is_known_by_its_hash()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var whole = await SaveAsync(desk, Story("one") with { LegacyUrls = ["/x/?id=1"] });
        var path = await SaveAsync(desk, Story("two") with { LegacyUrls = ["/x"] });
        Assert.Equal(whole.Code, (await desk.Stories.FindByOldLinksAsync(LegacyUrlForms.Of("/x", "?id=1"), Cancellation))?.Code);
        Assert.Equal(path.Code, (await desk.Stories.FindByOldLinksAsync(LegacyUrlForms.Of("/x", "?id=2"), Cancellation))?.Code);
        await desk.WithdrawAsync(whole.Code, 1);
        var gone = await desk.Stories.FindByOldLinksAsync(LegacyUrlForms.Of("/x", "?id=1"), Cancellation);
        Assert.Equal(new OldAddressTarget(whole.Code, default, true).ToString(), gone?.ToString());
    }

    [Fact]
    public async Task A_story_of_the_newsroom_is_no_story_of_an_archive()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var own = await desk.PublishedAsync();
        var imported = await SaveAsync(desk, Story("a") with { Source = "saved#" + own, Code = own, Identity = new ArchiveIdentity { Format = "saved", Code = own, Place = "a.txt" } });
        Assert.IsType<StoreOutcome.AddedUnderNewCode>(imported);
        Assert.NotEqual(own, imported.Code);
    }

    [Fact]
    public async Task Two_items_of_a_session_that_say_the_same_code_are_not_told_apart()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var identity = new ArchiveIdentity { Format = "saved", Code = StoryCode.FromDigits("77"), Place = "a.txt" };
        var story = Story("a") with { Source = identity.Source, Identity = identity, Code = identity.Code };
        var outcomes = await Store(desk).SaveAsync(TestActor.Importer, [story, story with { Content = story.Content with { Headline = "Another" } }, story], 1, Cancellation);
        Assert.IsType<StoreOutcome.Added>(outcomes[0]);
        Assert.IsType<StoreOutcome.NotToldApart>(outcomes[1]);
        Assert.IsType<StoreOutcome.Repeated>(outcomes[2]);
    }

    [Fact]
    public async Task The_section_of_a_draft_keeps_its_name_and_is_in_no_list_before_a_story_is_out()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var terms = new TermStore(desk.Database);
        var draft = Story("draft");
        draft = draft with { Status = StoryStatus.Draft, Section = new SectionName("categ-1", "Harbour"), Content = draft.Content with { Section = "categ-1" } };
        await SaveAsync(desk, draft);
        Assert.DoesNotContain(await terms.SectionsAsync(TestPublication.Settings.MainEdition, Cancellation), section => section.Slug == "categ-1");

        var plain = Story("plain");
        await SaveAsync(desk, plain with { Section = null, Content = plain.Content with { Section = "categ-1" } });
        Assert.Equal("Harbour", (await terms.SectionsAsync(TestPublication.Settings.MainEdition, Cancellation)).Single(section => section.Slug == "categ-1").Name);
    }

    private static ImportStore Store(ReleaseFixture desk) => new(desk.Database, desk.Log, desk.Clock);

    private static async Task<StoreOutcome> SaveAsync(ReleaseFixture desk, StoryToStore story) => Assert.Single(await Store(desk).SaveAsync(TestActor.Importer, [story], 1, Cancellation));

    private static StoryToStore Story(string source) => TestPublication.Story(source, $"Headline {source}", "Words.", TestPublication.LibraryAt);
}
