using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Stories.Drafts;

/// <summary>
/// The three-way merge of drafts: first blocks (moves, insertions, removals against changes, splits, joins), then words, then marks over words. No word of
/// either side is lost: what both changed differently becomes a choice.
/// </summary>
public static class DraftMerge
{
    /// <summary>Merges two drafts made from one. Which of the two is called first makes no difference.</summary>
    /// <param name="before">The draft that both began with; sound, as the others.</param>
    public static StoryDraft Merge(StoryDraft before, StoryDraft ours, EditStamp oursBy, StoryDraft theirs, EditStamp theirsBy) =>
        ours.Equals(theirs) || theirs.Equals(before) ? ours
        : ours.Equals(before) ? theirs
        : Whole(before, ours, oursBy, theirs, theirsBy);

    internal static StoryDraft Whole(StoryDraft before, StoryDraft ours, EditStamp oursBy, StoryDraft theirs, EditStamp theirsBy)
    {
        var input = new MergeInput(before, new DraftSide(ours, oursBy), new DraftSide(theirs, theirsBy));
        var splits = SplitGroups.Of(input);
        var survivors = new Survivors(input, splits);
        List<BlockId> ids = [.. input.Before.Ids.Union(input.Ours.Index.Ids).Union(input.Theirs.Index.Ids).Where(survivors.Has)];
        var tree = new MergedTree(input, splits, new Parents(input, survivors, ids), ids);
        var blocks = new BlockMerge(input, splits, survivors);
        return DraftRepair.Of(new StoryDraft(Build(BlockId.Story)), input.IsTaken);

        DraftBlock Build(BlockId id) => blocks.Of(id) with { Blocks = tree.ChildrenOf(id).ConvertAll(Build) };
    }
}
