namespace Storyprint.Stories.Drafts.Merging;

/// <summary>In which block each block of a merge stands.</summary>
internal sealed class Parents
{
    private readonly MergeInput input;
    private readonly Survivors survivors;
    private readonly Dictionary<BlockId, BlockId> parents = [];
    private readonly Dictionary<BlockId, BlockId?> neighbours = [];

    public Parents(MergeInput input, Survivors survivors, IEnumerable<BlockId> ids)
    {
        (this.input, this.survivors) = (input, survivors);
        foreach (var id in ids)
        {
            Find(id, 0);
        }

        foreach (var id in parents.Keys.Where(IsInCircle).ToList())
        {
            parents[id] = BlockId.Story;
        }
    }

    public BlockId Of(BlockId id) => parents[id];

    /// <summary>Whether two blocks stand in the same one after the merge.</summary>
    public bool AreSiblings(BlockId one, BlockId other) => parents.TryGetValue(one, out var parent) && parents.TryGetValue(other, out var second) && parent == second;

    /// <summary>The block behind which one comes whose parent is gone; the story's own identity where it comes first, null where it stands where a side had it.</summary>
    public BlockId? NeighbourOf(BlockId id) => neighbours.GetValueOrDefault(id);

    private BlockId Find(BlockId id, int depth)
    {
        if (id == BlockId.Story || depth > 100)
        {
            return BlockId.Story;
        }

        if (parents.TryGetValue(id, out var known))
        {
            return known;
        }

        var (parent, side) = Chosen(id);
        if (!survivors.Has(parent))
        {
            var neighbour = Neighbour(id, side.Index);
            neighbours[id] = neighbour ?? BlockId.Story;
            parent = neighbour is { } found ? Find(found, depth + 1) : BlockId.Story;
        }

        return parents[id] = parent;
    }

    private (BlockId Parent, DraftSide Side) Chosen(BlockId id)
    {
        if (input.OnlyIn(id) is var (with, _))
        {
            return (with.Index.ParentOf(id), with);
        }

        var (ours, theirs) = (input.Ours.Index.ParentOf(id), input.Theirs.Index.ParentOf(id));
        var before = input.Before.Has(id) ? input.Before.ParentOf(id) : (BlockId?)null;
        return ours == theirs || theirs == before ? (ours, input.Ours)
            : ours == before ? (theirs, input.Theirs)
            : ours.CompareTo(theirs) < 0 ? (ours, input.Ours) : (theirs, input.Theirs);
    }

    // The nearest sibling before it that is there, or one before the block around it.
    private BlockId? Neighbour(BlockId id, DraftIndex draft)
    {
        while (id != BlockId.Story)
        {
            var siblings = draft.ChildrenOf(draft.ParentOf(id));
            for (var index = draft.IndexOf(id) - 1; index >= 0; index--)
            {
                if (survivors.Has(siblings[index].Id) && draft.ParentOf(siblings[index].Id) == draft.ParentOf(id))
                {
                    return siblings[index].Id;
                }
            }

            id = draft.ParentOf(id);
            if (id != BlockId.Story && survivors.Has(id))
            {
                return id;
            }
        }

        return null;
    }

    private bool IsInCircle(BlockId id)
    {
        var (at, steps) = (id, 0);
        while (at != BlockId.Story && steps++ < 100)
        {
            at = parents[at];
        }

        return at != BlockId.Story;
    }
}
