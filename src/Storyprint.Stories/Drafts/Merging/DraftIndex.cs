namespace Storyprint.Stories.Drafts.Merging;

/// <summary>The blocks of a draft by identity, with where they stand.</summary>
internal sealed class DraftIndex
{
    private readonly Dictionary<BlockId, Entry> entries = [];

    public DraftIndex(StoryDraft draft)
    {
        Root = draft.Root;
        entries[Root.Id] = new Entry(Root, default, 0, 0);
        Add(Root);
    }

    public DraftBlock Root { get; }

    /// <summary>All identities in reading order, without the story's own.</summary>
    public IEnumerable<BlockId> Ids => entries.Keys.Skip(1);

    public bool Has(BlockId id) => entries.ContainsKey(id);

    public DraftBlock? Block(BlockId id) => entries.TryGetValue(id, out var entry) ? entry.Block : null;

    public BlockId ParentOf(BlockId id) => entries[id].Parent;

    /// <summary>The place among its siblings.</summary>
    public int IndexOf(BlockId id) => entries[id].Index;

    /// <summary>The place in reading order.</summary>
    public int OrderOf(BlockId id) => entries[id].Order;

    public IReadOnlyList<DraftBlock> ChildrenOf(BlockId id) => Block(id)?.Blocks ?? [];

    /// <summary>The sibling right before a block, or null.</summary>
    public DraftBlock? Before(BlockId id) => entries[id] is { Index: > 0 } entry ? ChildrenOf(entry.Parent)[entry.Index - 1] : null;

    private void Add(DraftBlock parent)
    {
        for (var index = 0; index < parent.Blocks.Count; index++)
        {
            var block = parent.Blocks[index];
            if (!entries.TryAdd(block.Id, new Entry(block, parent.Id, index, entries.Count)))
            {
                throw new ArgumentException($"The identity {block.Id} stands twice in a draft.");
            }

            Add(block);
        }
    }

    private readonly record struct Entry(DraftBlock Block, BlockId Parent, int Index, int Order);
}
