using CsCheck;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>What holds of every merge, over random pairs of editors who edit everything everywhere.</summary>
public sealed class DraftMergePropertyTests
{
    // With the ordinary hours of OrdinaryMergeTests, each run merges more than 10,000 pairs.
    private const int Pairs = 6_000;
    private const int Fewer = 2_000;

    [Fact]
    public void No_word_of_either_side_is_lost_and_the_merged_draft_is_sound() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var merged = DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens);
        Assert.Null(DraftRules.Problem(merged));
        var (old, words) = (DraftWords.All(before), DraftWords.All(merged));
        var (mine, other) = (DraftWords.All(ours), DraftWords.All(theirs));
        Assert.Empty(mine.Except(old).Concat(other.Except(old)).Concat(old.Where(word => mine.Contains(word) && other.Contains(word))).Except(words));
        Assert.Empty(words.Except(mine).Except(other));
        foreach (var block in merged.All)
        {
            foreach (var (name, _) in block.Texts.Pairs.Where(text => text.Value.Choices.Any() && IsAlone(block.Id, before, ours, theirs)))
            {
                Assert.False(Equals(Text(before, block.Id, name), Text(ours, block.Id, name)) || Equals(Text(before, block.Id, name), Text(theirs, block.Id, name)));
            }
        }
    }, iter: Pairs, print: Print);

    [Fact]
    public void Merging_with_nothing_changes_nothing() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, _) = HostilePairs.Edited(pair.Script, pair.Ours, []);
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, before, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, before, Drafted.Ines, ours, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, ours, Drafted.Jens));
    }, iter: Fewer, print: Print);

    [Fact]
    public void It_makes_no_difference_which_side_is_called_first() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        Assert.Equal(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens), DraftMerge.Whole(before, theirs, Drafted.Jens, ours, Drafted.Ines));
        Assert.Equal(
            DraftWords.WithoutNames(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens)),
            DraftWords.WithoutNames(DraftMerge.Whole(before, theirs, Drafted.Ines, ours, Drafted.Jens)));
    }, iter: Fewer, print: Print);

    [Fact]
    public void Choices_are_kept_by_later_merges_and_no_word_of_three_people_is_lost() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var third = new DraftEditor("c", pair.Script).Edit(before, pair.More);
        var merged = DraftMerge.Merge(before, ours, Drafted.Ines, theirs, Drafted.Jens);
        var all = DraftMerge.Whole(before, merged, Drafted.Ines, third, new EditStamp("Maud", DateTimeOffset.UnixEpoch));
        Assert.Null(DraftRules.Problem(all));
        var old = DraftWords.All(before);
        Assert.Empty(DraftWords.All(ours).Concat(DraftWords.All(theirs)).Concat(DraftWords.All(third)).Except(old).Except(DraftWords.All(all)));
    }, iter: Fewer, print: Print);

    // A block of the body that all three have, and whose words nobody parted or joined.
    private static bool IsAlone(BlockId id, params StoryDraft[] drafts)
    {
        var next = drafts[0].Root.Blocks.SkipWhile(block => block.Id != id).Skip(1).FirstOrDefault();
        return next is not null && drafts.All(draft => Has(draft, id) && Has(draft, next.Id) && draft.All.All(block => block.Origin != id));

        static bool Has(StoryDraft draft, BlockId id) => draft.All.Any(block => block.Id == id);
    }

    private static DraftText? Text(StoryDraft draft, BlockId id, string name) => draft.All.Single(block => block.Id == id).Texts[name];

    private static string Print((Script Script, int[] Ours, int[] Theirs, int[] More) pair)
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        return $"{pair.Script.Name} [{string.Join(", ", pair.Ours)}] [{string.Join(", ", pair.Theirs)}] [{string.Join(", ", pair.More)}]\nBEFORE {before.Shown()}\nOURS   {ours.Shown()}\nTHEIRS {theirs.Shown()}\nMERGED {DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens).Shown()}";
    }
}
