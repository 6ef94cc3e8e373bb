using CsCheck;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>Two people who each change a few words: there is a choice only where both changed the same ones.</summary>
public sealed class OrdinaryMergeTests
{
    private const int Pairs = 4_000;

    private static readonly Gen<(Script Script, int Ours, int Theirs)> Hours =
        Gen.Select(Gen.Int[0, Script.All.Count - 1].Select(index => Script.All[index]), Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]);

    [Fact]
    public void A_choice_is_only_where_both_changed_the_same_words() => Hours.Sample(hour =>
    {
        var (before, ours, theirs) = Of(hour);
        var merged = Drafted.Merged(before, ours.Draft, theirs.Draft);
        if (!OrdinaryEdits.Meet(ours, theirs))
        {
            Assert.False(merged.HasChoices);
        }

        if (OrdinaryEdits.Clash(ours, theirs))
        {
            Assert.True(merged.HasChoices);
        }
    }, iter: Pairs, print: Print);

    [Fact]
    public void No_word_is_lost_and_none_stands_twice() => Hours.Sample(hour =>
    {
        var (before, ours, theirs) = Of(hour);
        var merged = Drafted.Merged(before, ours.Draft, theirs.Draft);
        var standing = DraftWords.Standing(merged);
        Assert.Equal(standing.Distinct().Count(), standing.Count);
        var old = DraftWords.All(before);
        var (mine, other) = (DraftWords.All(ours.Draft), DraftWords.All(theirs.Draft));
        Assert.Empty(mine.Except(old).Concat(other.Except(old)).Concat(mine.Intersect(other)).Except(DraftWords.All(merged)));
    }, iter: Pairs, print: Print);

    private static (StoryDraft Before, OrdinaryEdits Ours, OrdinaryEdits Theirs) Of((Script Script, int Ours, int Theirs) hour) =>
        (OrdinaryEdits.Before(hour.Script), new OrdinaryEdits("a", hour.Script, new Random(hour.Ours)), new OrdinaryEdits("b", hour.Script, new Random(hour.Theirs)));

    private static string Print((Script Script, int Ours, int Theirs) hour)
    {
        var (before, ours, theirs) = Of(hour);
        var merged = Drafted.Merged(before, ours.Draft, theirs.Draft);
        return $"{hour.Script.Name} {hour.Ours} {hour.Theirs}\n" + string.Join('\n', before.Root.Blocks.Select((block, index) => (StoryDraft[])[before, ours.Draft, theirs.Draft, merged])
            .Select((drafts, index) => drafts.Select(draft => draft.Root.Blocks[index].Shown()).ToList()).Where(texts => texts.Distinct().Count() > 1).Select(texts => string.Join('\n', texts)));
    }
}
