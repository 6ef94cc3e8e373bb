namespace Storyprint.Stories.Drafts.Merging;

/// <summary>The blocks of a merge with their order.</summary>
internal sealed class MergedTree
{
    private readonly MergeInput input;
    private readonly SplitGroups splits;
    private readonly Parents parents;
    private readonly ILookup<BlockId, BlockId> children;
    private readonly HashSet<BlockId> attached;
    private readonly ILookup<BlockId, BlockId> followers;

    public MergedTree(MergeInput input, SplitGroups splits, Parents parents, List<BlockId> ids)
    {
        (this.input, this.splits, this.parents) = (input, splits, parents);
        children = ids.ToLookup(parents.Of);
        attached = [];
        foreach (var id in ids)
        {
            if (IsTail(id))
            {
                attached.Add(id);
            }
        }

        followers = ids.Where(id => parents.NeighbourOf(id) is not null && !attached.Contains(id)).OrderBy(id => id.Value, StringComparer.Ordinal).ToLookup(id => parents.NeighbourOf(id)!.Value);
    }

    public List<BlockId> ChildrenOf(BlockId parent)
    {
        HashSet<BlockId> placed = [.. children[parent].Where(id => !attached.Contains(id) && parents.NeighbourOf(id) is null)];
        var ordered = placed.Count == 0 ? [] : OrderMerge.Of(placed, Ids(input.Before, parent), Ids(input.Ours.Index, parent), Ids(input.Theirs.Index, parent), Weight);
        var all = new List<BlockId>(ordered.Count);
        var open = new Stack<BlockId>(Enumerable.Reverse(ordered));
        if (parent == BlockId.Story)
        {
            Push(followers[BlockId.Story]);
        }

        while (open.TryPop(out var id))
        {
            all.Add(id);
            Push(followers[id]);
            Push(splits.TailsOf(id).Where(tail => attached.Contains(tail) && parents.Of(tail) == parent));
        }

        return all;

        void Push(IEnumerable<BlockId> ids)
        {
            foreach (var id in ids.Reverse())
            {
                open.Push(id);
            }
        }
    }

    // A tail comes right behind its head, wherever the other side moved that.
    private bool IsTail(BlockId id)
    {
        if (splits.RootOf(id) is not { } root || input.Before.Has(id) || input.OnlyIn(id) is not var (with, _) || !with.Index.Has(root))
        {
            return false;
        }

        var before = with.Index.Before(id);
        return before is not null && splits.TailsOf(root).Contains(id) && (before.Id == root || attached.Contains(before.Id)) && parents.AreSiblings(id, root)
            && (before.Id == root || splits.RootOf(before.Id) == root);
    }

    private static IEnumerable<BlockId> Ids(DraftIndex draft, BlockId parent) => draft.ChildrenOf(parent).Select(block => block.Id);

    private int Weight(BlockId id) => input.Before.Block(id)?.Text.Plain.Length ?? 0;
}
