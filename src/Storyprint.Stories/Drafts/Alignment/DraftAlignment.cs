namespace Storyprint.Stories.Drafts.Alignment;

/// <summary>
/// Makes a draft of content that was changed elsewhere (by an import, by a release from a file), in which the blocks that a known draft has keep their
/// identities, so that it can be merged with what people write meanwhile. What content does not say stays as it was: choices, origins, fences.
/// </summary>
public static class DraftAlignment
{
    /// <summary>The known draft itself, where the content is its own.</summary>
    /// <param name="newId">Identities for blocks that the known draft does not have.</param>
    public static StoryDraft Of(StoryDraft known, StoryContent content, Func<BlockId> newId)
    {
        var plain = DraftFromContent.Of(DraftContent.Preview(known), BlockId.New).Root;
        plain = Renamed(plain, Same(plain, known.Root));
        var fresh = DraftFromContent.Of(content, newId).Root;
        var names = new Dictionary<BlockId, BlockId>();
        Pair(plain, fresh, names);
        var draft = new StoryDraft(Restored(
            Renamed(fresh, names), new StoryDraft(plain).All.ToDictionary(block => block.Id), known.All.ToDictionary(block => block.Id)));
        return draft.Equals(known) ? known : draft;
    }

    // The blocks of a draft's content are those of the draft, in their order.
    private static Dictionary<BlockId, BlockId> Same(DraftBlock plain, DraftBlock known)
    {
        var names = new Dictionary<BlockId, BlockId>();
        Add(plain, known);
        return names;

        void Add(DraftBlock block, DraftBlock of)
        {
            names[block.Id] = of.Id;
            foreach (var kinds in of.Blocks.Where(child => !DraftContent.IsFence(child)).GroupBy(child => BlockShape.Of(child.Kind).HasCells || child.Kind == BlockKind.Column ? child.Kind : BlockKind.Story))
            {
                var mine = block.Blocks.Where(child => kinds.Key == (BlockShape.Of(child.Kind).HasCells || child.Kind == BlockKind.Column ? child.Kind : BlockKind.Story));
                foreach (var (child, its) in mine.Zip(kinds))
                {
                    Add(child, its);
                }
            }
        }
    }

    private static void Pair(DraftBlock old, DraftBlock now, Dictionary<BlockId, BlockId> names)
    {
        names[now.Id] = old.Id;
        foreach (var (before, after) in BlockPairs.Between(old, now))
        {
            Pair(before, after, names);
        }
    }

    private static DraftBlock Renamed(DraftBlock block, Dictionary<BlockId, BlockId> names) => block with
    {
        Id = names.GetValueOrDefault(block.Id, block.Id),
        Texts = BlockShape.Of(block.Kind).HasCells
            ? NamedValues.From(block.Texts.Pairs.Select(cell => KeyValuePair.Create(names.TryGetValue(BlockId.Parse(cell.Key), out var column) ? column.Value : cell.Key, cell.Value)))
            : block.Texts,
        Blocks = [.. block.Blocks.Select(child => Renamed(child, names))],
    };

    // A block whose content is what it was is what it was, choices and all.
    private static DraftBlock Restored(DraftBlock block, Dictionary<BlockId, DraftBlock> plain, Dictionary<BlockId, DraftBlock> known)
    {
        List<DraftBlock> blocks = [.. block.Blocks.Select(child => Restored(child, plain, known))];
        if (!known.TryGetValue(block.Id, out var old))
        {
            return block with { Blocks = blocks };
        }

        InsertFences(old, blocks);
        return plain.TryGetValue(block.Id, out var before) && before.HasOwn(block) ? old with { Blocks = blocks } : block with { Origin = old.Origin, Blocks = blocks };
    }

    // No content holds a fence; it stays behind the block that it stood behind.
    private static void InsertFences(DraftBlock old, List<DraftBlock> blocks)
    {
        for (var index = 0; index < old.Blocks.Count; index++)
        {
            if (old.Blocks[index] is var fence && DraftContent.IsFence(fence))
            {
                var before = old.Blocks.Take(index).Select(block => blocks.FindIndex(at => at.Id == block.Id)).LastOrDefault(at => at >= 0, -1);
                var first = blocks.FindIndex(block => BlockShape.Of(block.Kind).Part >= StoryPart.Body);
                blocks.Insert(before >= 0 && BlockShape.Of(blocks[before].Kind).Part == StoryPart.Body ? before + 1 : first >= 0 ? first : blocks.Count, fence);
            }
        }
    }
}
