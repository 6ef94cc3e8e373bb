using CsCheck;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class DraftChangeTests
{
    private static readonly StoryDraft Before = Paragraphs("One.", "Two.", "Three.");

    [Fact]
    public void Applying_the_changes_between_two_states_gives_the_second() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var merged = Merged(before, ours, theirs);
        Assert.Equal(ours, Applied(before, DraftDiff.Between(before, ours)));
        Assert.Equal(merged, Applied(ours, DraftDiff.Between(ours, merged)));
        Assert.Equal(theirs, Applied(ours, DraftDiff.Between(ours, theirs)));
    }, iter: 2_000);

    [Fact]
    public void Only_what_changed_is_named()
    {
        var change = DraftDiff.Between(Before, Before.Text("b2", "Two, too."));
        Assert.Equal("b2", Assert.Single(change.Blocks).Id.Value);
        Assert.Empty(change.Removed);
        Assert.Empty(change.Placed);
        Assert.True(DraftDiff.Between(Before, Before).IsEmpty);
        Assert.Equal([new BlockPlace(Id("b3"), BlockId.Story, null)], DraftDiff.Between(Before, Before.Ordered("b3", "b1", "b2")).Placed);
    }

    [Theory]
    [InlineData("/removed/0", "x", null, null, null)]
    [InlineData("/removed/0", "story", null, null, null)]
    [InlineData("/placed/0", null, "x", "story", null)]
    [InlineData("/placed/0", null, "b1", "x", null)]
    [InlineData("/placed/0", null, "b1", "story", "x")]
    [InlineData("/placed/0", null, "b1", "story", "b1")]
    [InlineData("/placed", null, "b1", "b1", null)]
    [InlineData("/blocks/1/kind", null, "b1", "b2", null)]
    public void Changes_that_do_not_fit_are_refused_with_the_place(string where, string? removed, string? placed, string? parent, string? after)
    {
        var change = new DraftChange
        {
            Removed = removed is null ? [] : [BlockId.Parse(removed)],
            Placed = placed is null ? [] : [new BlockPlace(Id(placed), Id(parent!), after is null ? null : Id(after))],
        };
        Assert.Null(ApplyChange.To(Before, change, out var problem));
        Assert.StartsWith(where.Replace("/blocks/1/kind", "/blocks/", StringComparison.Ordinal), problem!.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_block_without_a_place_and_a_block_placed_twice_are_refused()
    {
        Assert.Null(ApplyChange.To(Before, new DraftChange { Blocks = [New("n", BlockKind.Paragraph, "New.")] }, out var problem));
        Assert.Contains("has no place", problem!.Sentence, StringComparison.Ordinal);
        Assert.Null(ApplyChange.To(Before, new DraftChange { Placed = [new(Id("b1"), BlockId.Story, null), new(Id("b1"), BlockId.Story, null)] }, out problem));
        Assert.Contains("twice", problem!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_sent_twice_and_blocks_in_each_other_without_end_are_refused()
    {
        Assert.Null(ApplyChange.To(Before, new DraftChange { Blocks = [Before.Find("b1"), Before.Find("b1")] }, out var problem));
        Assert.Equal("/blocks/1", problem!.Where);
        var deep = Enumerable.Range(0, 20_000).Select(index => New($"l{index}", BlockKind.List, "")).ToList();
        var places = deep.Select((list, index) => new BlockPlace(list.Id, index == 0 ? BlockId.Story : deep[index - 1].Id, null)).ToList();
        Assert.Null(ApplyChange.To(Before, new DraftChange { Blocks = deep, Placed = places }, out problem));
        Assert.Equal("/placed", problem!.Where);
    }

    private static StoryDraft? Applied(StoryDraft before, DraftChange change)
    {
        var applied = ApplyChange.To(before, change, out var problem);
        Assert.Null(problem);
        return applied;
    }
}
