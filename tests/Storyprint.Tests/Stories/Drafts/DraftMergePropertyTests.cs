using CsCheck;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>What holds of every merge, over random pairs of editors who edit everything everywhere.</summary>
public sealed class DraftMergePropertyTests
{
    private const int Pairs = 3_000;

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
    }, iter: Pairs, print: Print);

    [Fact]
    public void Merging_with_nothing_changes_nothing() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, _) = HostilePairs.Edited(pair.Script, pair.Ours, []);
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, before, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, before, Drafted.Ines, ours, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, ours, Drafted.Jens));
    }, iter: Pairs, print: Print);

    [Fact]
    public void It_makes_no_difference_which_side_is_called_first() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        Assert.Equal(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens), DraftMerge.Whole(before, theirs, Drafted.Jens, ours, Drafted.Ines));
        Assert.Equal(
            DraftWords.WithoutNames(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens)),
            DraftWords.WithoutNames(DraftMerge.Whole(before, theirs, Drafted.Ines, ours, Drafted.Jens)));
    }, iter: Pairs, print: Print);

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
    }, iter: Pairs, print: Print);

    private static string Print((Script Script, int[] Ours, int[] Theirs, int[] More) pair)
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        return $"{pair.Script.Name} [{string.Join(", ", pair.Ours)}] [{string.Join(", ", pair.Theirs)}] [{string.Join(", ", pair.More)}]\nBEFORE {before.Shown()}\nOURS   {ours.Shown()}\nTHEIRS {theirs.Shown()}\nMERGED {DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens).Shown()}";
    }
}
