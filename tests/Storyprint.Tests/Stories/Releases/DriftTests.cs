using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Spelling;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories.Releases;

// Two steps that are each harmless must not add up to one that is not.
public sealed class DriftTests
{
    private static readonly Listed Dictionary = new("the", "boat", "was", "form", "from", "port", "part");

    [Fact]
    public void A_change_is_measured_from_the_newest_revision_that_had_a_note()
    {
        var state = State(StoryStatus.Published, StoryOf("The boat was port.")) with { LastNotedContent = StoryOf("The boat was prot.") };
        Assert.Empty(HonestGate.Compare(state with { LastNotedContent = null }, StoryOf("The boat was port"), Dictionary).Asked);
        var drifted = Refused(UpdateRule.Decide(state with { LastNotedContent = StoryOf("The boat was here.") }, StoryOf("The boat was port"), null, RevisionNumber.First, Now, Dictionary));
        Assert.Contains("here", Assert.IsType<ReleaseRefusal.NoteNeeded>(Assert.Single(drifted)).Findings.Single().Before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The prot was form.", "The port was form.", true)]
    [InlineData("The prot was form.", "The part was form.", false)]
    [InlineData("The port was form.", "The port was from.", false)]
    [InlineData("The prot was prot.", "The port was prot.", false)]
    [InlineData("The Prot was form.", "The Port was form.", false)]
    [InlineData("The pr0t was form.", "The port was form.", false)]
    [InlineData("The prot was form.", "The sport was form.", false)]
    [InlineData("The xyz prot was form.", "The xyz port was form.", false)]
    public void A_spelling_is_mended_only_where_every_condition_holds(string before, string after, bool isFree) =>
        Assert.Equal(isFree, HonestGate.Compare(StoryOf(before), StoryOf(after), Dictionary).Asked.Count == 0);

    [Fact]
    public void Without_a_dictionary_no_spelling_is_free() =>
        Assert.NotEmpty(HonestGate.Compare(StoryOf("The prot was here."), StoryOf("The port was here.")).Asked);

    [Fact]
    public void A_mended_spelling_is_named_though_it_is_free()
    {
        var revision = Released(UpdateRule.Decide(State(StoryStatus.Published, StoryOf("The prot was form.")), StoryOf("The port was form."), null, RevisionNumber.First, Now, Dictionary));
        Assert.Equal("Spelling: prot → port.", Assert.Single(revision.Findings).Sentence);
    }

    private sealed class Listed(params string[] words) : ISpellingDictionaries
    {
        public bool? Knows(string language, string word) => words.Contains(word);
    }
}
