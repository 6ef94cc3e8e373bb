using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

public sealed class TermChangesTests
{
    private static readonly Publication Publication = TestPublication.Settings;

    [Fact]
    public void A_section_is_renamed_in_every_edition_and_keeps_its_place_in_the_menu()
    {
        var renamed = Publication.WithSectionRenamed("city", "town", new Dictionary<string, string> { ["en"] = "Town" }).WithSectionRenamed("town", "municipality", new Dictionary<string, string>());
        Assert.Equal(["municipality", "sea"], renamed.Editions[0].Sections.Select(section => section.Slug));
        Assert.Equal(("Town", "شهر"), (renamed.Editions[0].Sections[0].Name, renamed.Editions[1].Sections[0].Name));
        Assert.Equal(["city", "town"], renamed.Editions[0].Sections[0].Formerly);
        Assert.Empty(PublicationRules.Problems(renamed));
    }

    [Fact]
    public void A_section_that_gets_its_old_slug_back_is_not_its_own_former()
    {
        var names = new Dictionary<string, string>();
        var back = Publication.WithSectionRenamed("city", "town", names).WithSectionRenamed("town", "city", names);
        Assert.Equal(["town"], back.MainEdition.Sections[0].Formerly);
        Assert.Empty(PublicationRules.Problems(back));
    }

    [Fact]
    public void Merged_topics_take_along_what_was_merged_into_them_before()
    {
        var merged = Publication.WithTopicsMerged("en", ["boat", "ships"], "boats", "Boats").WithTopicsMerged("en", ["boats", "ferries"], "vessels", "Vessels");
        var topic = Assert.Single(merged.MainEdition.Topics);
        Assert.Equal(("vessels", "Vessels"), (topic.Slug, topic.Name));
        Assert.Equal(["boats", "boat", "ships", "ferries"], topic.Formerly);
        Assert.Empty(merged.Editions[1].Topics);
        Assert.Empty(PublicationRules.Problems(merged));
    }

    [Fact]
    public void A_renamed_topic_is_the_same_list_under_another_name() =>
        Assert.Equal(["boat"], Publication.WithTopicRenamed("en", "boat", "boats", "Boats").MainEdition.Topics.Single().Formerly);

    [Fact]
    public void Spellings_of_an_author_become_one_with_what_was_known_of_either()
    {
        var with = Publication.With("en", edition => edition with { Bylines = [new BylineProfile("m-ferrier", "M. Ferrier") { Words = "She counts boats." }] });
        var profile = Assert.Single(with.WithBylinesMerged("en", ["m-ferrier"], "maud-ferrier", "Maud Ferrier").MainEdition.Bylines);
        Assert.Equal(("maud-ferrier", "Maud Ferrier", "She counts boats."), (profile.Slug, profile.Name, profile.Words));
        Assert.Equal(["m-ferrier"], profile.Formerly);
    }

    [Fact]
    public void Two_publications_differ_in_the_settings_that_were_changed()
    {
        var changed = Publication.WithSectionRenamed("city", "town", new Dictionary<string, string>()) with { Contact = "desk@ledger.example" };
        Assert.Equal(["contact", "editions.en.sections", "editions.fa.sections"], PublicationSettings.Differences(Publication, changed).Select(change => change.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(PublicationSettings.Differences(Publication, Publication with { Database = "elsewhere" }));
    }
}
