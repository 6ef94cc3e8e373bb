using Storyprint.Newsroom.Spelling;
using Storyprint.Stories;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Tests.Stories.Releases;

public sealed class GateSamplesTests
{
    [Fact]
    public void Every_edit_of_the_samples_that_changes_the_meaning_asks_for_a_note_and_most_others_do_not()
    {
        using var dictionaries = new HunspellDictionaries();
        var answers = GateSamples.Read().Select(sample => (sample.Name, sample.IsMeaning, Verdict: Verdict(sample.Before, sample.After, dictionaries))).ToList();
        Assert.Equal([], answers.Where(answer => answer.IsMeaning && answer.Verdict == "free").Select(answer => answer.Name));
        var harmless = answers.Where(answer => !answer.IsMeaning).ToList();
        var asked = harmless.Where(answer => answer.Verdict == "asked").Select(answer => answer.Name).ToList();
        Assert.True(asked.Count * 3 <= harmless.Count, string.Join(' ', asked));
    }

    // What gives the same content can be released as an update by nobody.
    private static string Verdict(StoryContent before, StoryContent after, HunspellDictionaries dictionaries) =>
        StoryJson.Write(before) == StoryJson.Write(after) ? "same" : HonestGate.Compare(before, after, dictionaries).Asked.Count > 0 ? "asked" : "free";
}
