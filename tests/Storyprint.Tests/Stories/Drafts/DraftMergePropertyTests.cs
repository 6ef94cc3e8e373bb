using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>What holds of every merge, over random pairs of editors who edit everything everywhere.</summary>
public sealed class DraftMergePropertyTests
{
    private const int Pairs = 3_000;

    private static readonly Gen<int[]> Acts = Gen.Int[0, int.MaxValue - 1].Array[0, 7];

    private static readonly Gen<(Script Script, int[] Ours, int[] Theirs, int[] More)> Hostile =
        Gen.Select(Gen.Int[0, Script.All.Count - 1].Select(index => Script.All[index]), Acts, Acts, Acts);

    [Fact]
    public void No_word_of_either_side_is_lost_and_the_merged_draft_is_sound() => Hostile.Sample(pair =>
    {
        var (before, ours, theirs) = Edited(pair.Script, pair.Ours, pair.Theirs);
        var merged = DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens);
        Assert.Null(DraftRules.Problem(merged));
        var (old, words) = (DraftWords.All(before), DraftWords.All(merged));
        var (mine, other) = (DraftWords.All(ours), DraftWords.All(theirs));
        Assert.Empty(mine.Except(old).Concat(other.Except(old)).Concat(old.Where(word => mine.Contains(word) && other.Contains(word))).Except(words));
        Assert.Empty(words.Except(mine).Except(other));
    }, iter: Pairs, print: Print);

    [Fact]
    public void Merging_with_nothing_changes_nothing() => Hostile.Sample(pair =>
    {
        var (before, ours, _) = Edited(pair.Script, pair.Ours, []);
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, before, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, before, Drafted.Ines, ours, Drafted.Jens));
        Assert.Equal(ours, DraftMerge.Whole(before, ours, Drafted.Ines, ours, Drafted.Jens));
    }, iter: Pairs, print: Print);

    [Fact]
    public void It_makes_no_difference_which_side_is_called_first() => Hostile.Sample(pair =>
    {
        var (before, ours, theirs) = Edited(pair.Script, pair.Ours, pair.Theirs);
        Assert.Equal(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens), DraftMerge.Whole(before, theirs, Drafted.Jens, ours, Drafted.Ines));
        Assert.Equal(
            DraftWords.WithoutNames(DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens)),
            DraftWords.WithoutNames(DraftMerge.Whole(before, theirs, Drafted.Ines, ours, Drafted.Jens)));
    }, iter: Pairs, print: Print);

    [Fact]
    public void Choices_are_kept_by_later_merges_and_no_word_of_three_people_is_lost() => Hostile.Sample(pair =>
    {
        var (before, ours, theirs) = Edited(pair.Script, pair.Ours, pair.Theirs);
        var third = new DraftEditor("c", pair.Script).Edit(before, pair.More);
        var merged = DraftMerge.Merge(before, ours, Drafted.Ines, theirs, Drafted.Jens);
        var all = DraftMerge.Whole(before, merged, Drafted.Ines, third, new EditStamp("Maud", DateTimeOffset.UnixEpoch));
        Assert.Null(DraftRules.Problem(all));
        var old = DraftWords.All(before);
        Assert.Empty(DraftWords.All(ours).Concat(DraftWords.All(theirs)).Concat(DraftWords.All(third)).Except(old).Except(DraftWords.All(all)));
    }, iter: Pairs, print: Print);

    private static (StoryDraft Before, StoryDraft Ours, StoryDraft Theirs) Edited(Script script, int[] ours, int[] theirs)
    {
        var before = Story(script);
        return (before, new DraftEditor("a", script).Edit(before, ours), new DraftEditor("b", script).Edit(before, theirs));
    }

    private static StoryDraft Story(Script script)
    {
        RichText Words(int from, int count) => RichText.From(script.Sentence("s", from, count));
        return Drafted.From(new StoryContent
        {
            Language = "en",
            Headline = script.Sentence("s", 1, 5),
            Bylines = [script.Sentence("s", 300, 2)],
            Topics = [script.Sentence("s", 310, 1)],
            Section = "city",
            Body =
            [
                new Paragraph(Words(10, 8)),
                new BulletList(false, [new ListItem(0, Words(20, 4)), new ListItem(1, Words(30, 3)), new ListItem(0, Words(40, 3))]),
                new Paragraph(Words(50, 8)),
                new Table([Words(60, 1), Words(61, 1)], [[Words(70, 2), Words(72, 2)], [Words(80, 2), Words(82, 2)]], script.Sentence("s", 90, 2)),
                new Quotation([Words(100, 4), Words(110, 4)], script.Sentence("s", 120, 2)),
                new Heading(2, Words(130, 3)),
                new Picture { Hash = new string('a', 64), Width = 10, Height = 10, Caption = Words(140, 3), Credit = script.Sentence("s", 150, 1) },
                new Paragraph(Words(160, 8)),
            ],
        });
    }

    private static string Print((Script Script, int[] Ours, int[] Theirs, int[] More) pair)
    {
        var (before, ours, theirs) = Edited(pair.Script, pair.Ours, pair.Theirs);
        return $"{pair.Script.Name} [{string.Join(", ", pair.Ours)}] [{string.Join(", ", pair.Theirs)}] [{string.Join(", ", pair.More)}]\nBEFORE {before.Shown()}\nOURS   {ours.Shown()}\nTHEIRS {theirs.Shown()}\nMERGED {DraftMerge.Whole(before, ours, Drafted.Ines, theirs, Drafted.Jens).Shown()}";
    }
}
