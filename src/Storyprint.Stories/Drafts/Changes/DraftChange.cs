namespace Storyprint.Stories.Drafts.Changes;

/// <summary>What changed between two states of a draft: a browser sends this instead of the whole draft.</summary>
public sealed record DraftChange
{
    /// <summary>Blocks that are new or changed, without the blocks in them. The story's own texts are those of its root.</summary>
    public IReadOnlyList<DraftBlock> Blocks { get; init; } = [];

    /// <summary>Blocks that are gone; those in them are named too, unless they were placed elsewhere.</summary>
    public IReadOnlyList<BlockId> Removed { get; init; } = [];

    /// <summary>Blocks that are new or moved, in the order in which they are put in place.</summary>
    public IReadOnlyList<BlockPlace> Placed { get; init; } = [];

    public bool IsEmpty => Blocks.Count + Removed.Count + Placed.Count == 0;
}

/// <param name="After">The block right before it in the same parent; null for the first.</param>
public sealed record BlockPlace(BlockId Id, BlockId Parent, BlockId? After);
