using Storyprint.Newsroom.Spelling;
using Storyprint.Provenance.Entries;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Tests.Stories.Releases;
using Storyprint.Tests.Web;
using Storyprint.Text.Spelling;
using Storyprint.Verification.Pages;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Verification.Pages;

public sealed class NamedChangesTests
{
    [Fact]
    public void What_the_gate_names_of_every_sample_is_shown_by_both_texts()
    {
        using var dictionaries = new HunspellDictionaries();
        var wrong = GateSamples.Read().SelectMany(sample => Problems(sample.Before, sample.After, dictionaries).Select(problem => $"{sample.Name}: {problem}")).ToList();
        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("It carries 120 people.", "It carries 112 people.")]
    [InlineData("It costs $5.", "It costs €5.")]
    [InlineData("It fell to 5 degrees.", "It fell to −5 degrees.")]
    [InlineData("He can go.", "He can't go.")]
    [InlineData("She said it was fine.", "She said ‘it was fine’.")]
    [InlineData("The mayor met Ida Holm and then Jens Voss.", "The mayor met Ada Holm and then Jens Vass.")]
    [InlineData("They came form the the harbour.", "They came from the harbour.")]
    public void What_the_gate_names_is_shown_by_both_texts(string before, string after) =>
        Assert.Empty(Problems(StoriesInStates.English("Ferry", before), StoriesInStates.English("Ferry", after), NoDictionaries.Instance));

    [Fact]
    public void So_it_is_of_superscripts_cells_topics_and_links()
    {
        StoryContent Story(string level, string cell, string topic, string address) => StoriesInStates.English("Ferry", "It left.") with
        {
            Topics = [topic, "Ferries"],
            Body =
            [
                new Paragraph(new RichText([new TextRun("10"), new TextRun(level, Emphasis.Superscript), new TextRun(" boats, "), new TextRun("all of them", Link: Storyprint.Stories.Links.LinkTarget.TryParse(address, out var target) ? target : null)])),
                new Table([RichText.From("Boat"), RichText.From("Seats")], [[RichText.From("A"), RichText.From(cell)], [RichText.From("B"), RichText.From("7")]], null),
            ],
        };
        Assert.Empty(Problems(Story("6", "120", "Boats, large", "https://boats.example/a"), Story("7", "112", "Boats", "https://boats.example/b"), NoDictionaries.Instance));
    }

    [Theory]
    [InlineData("A number changed: “\u2068121\u2069” became “\u2068112\u2069”.")]
    [InlineData("A number changed: “\u2068112\u2069” became “\u2068120\u2069”.")]
    [InlineData("A number changed: “120” became “112”.")]
    [InlineData("A lie was told: “\u2068120\u2069” became “\u2068112\u2069”.")]
    [InlineData("A passage was added: “\u2068Mayor is a thief\u2069”.")]
    [InlineData("A link was added: “\u2068Mayor is a thief\u2069”.")]
    [InlineData("A topic was added: “\u2068Thieves\u2069”.")]
    [InlineData("The crop of a picture was added: “\u2068Mayor\u2069”.")]
    [InlineData("A passage changed: “\u2068left\u2069” became “\u2068left at nine\u2069”.")]
    public void What_no_text_shows_is_found(string said)
    {
        SealedRevision[] all = Revisions(StoriesInStates.English("Ferry", "It carries 120 people.", "It left."), StoriesInStates.English("Ferry", "It carries 112 people.", "It left."));
        Assert.NotNull(new NamedChanges(TestRevisions.Language("en")).Problem(said, all, all[1]));
        Assert.Null(new NamedChanges(TestRevisions.Language("en")).Problem("A number changed: “\u2068120\u2069” became “\u2068112\u2069”.", all, all[1]));
    }

    private static SealedRevision[] Revisions(StoryContent before, StoryContent after) => [TestRevisions.Of(before, 1, RevisionKind.Publish), TestRevisions.Of(after, 2, RevisionKind.Update)];

    private static IEnumerable<string> Problems(StoryContent before, StoryContent after, ISpellingDictionaries dictionaries)
    {
        var language = before.Language.Split('-')[0] is "fa" ? "fa" : "en";
        var (texts, all, changes) = (InterfaceTexts.Load(language), Revisions(before, after), new NamedChanges(TestRevisions.Language(language)));
        return HonestGate.Compare(before, after, dictionaries).Findings
            .Select(finding => changes.Problem(texts.Format(finding.Key, $"\u2068{finding.Before}\u2069", $"\u2068{finding.After}\u2069"), all, all[1])).OfType<string>();
    }
}
