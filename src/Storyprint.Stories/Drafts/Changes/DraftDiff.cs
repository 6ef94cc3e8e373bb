using Storyprint.Stories.Drafts.Merging;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Changes;

/// <summary>Finds the changes from one state of a draft to another.</summary>
public static class DraftDiff
{
    /// <summary>Changes that give the other state when they are applied: what did not change is not named.</summary>
    public static DraftChange Between(StoryDraft before, StoryDraft after)
    {
        if (ReferenceEquals(before, after))
        {
            return new DraftChange();
        }

        DraftIndex old = new(before), now = new(after);
        return new DraftChange
        {
            Blocks = [.. after.All.Where(block => old.Block(block.Id) is not { } known || !known.HasOwn(block)).Select(block => block with { Blocks = [] })],
            Removed = [.. old.Ids.Where(id => !now.Has(id))],
            Placed = [.. after.All.SelectMany(parent => Placed(old, parent))],
        };
    }

    private static IEnumerable<BlockPlace> Placed(DraftIndex old, DraftBlock parent)
    {
        var known = parent.Blocks.Where(block => old.Has(block.Id) && old.ParentOf(block.Id) == parent.Id).ToList();
        var places = known.ConvertAll(block => old.IndexOf(block.Id));
        var unmoved = LongestIncreasingSubsequence.Of(places, index => known[index].Text.Plain.Length).Select(index => known[index].Id).ToHashSet();
        BlockId? last = null;
        foreach (var block in parent.Blocks)
        {
            if (!unmoved.Contains(block.Id))
            {
                yield return new BlockPlace(block.Id, parent.Id, last);
            }

            last = block.Id;
        }
    }
}
