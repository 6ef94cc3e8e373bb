using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>A draft with some of a proposal's changes.</summary>
internal sealed class PartialDraft
{
    private readonly DraftIndex old;
    private readonly DraftIndex now;
    private readonly HashSet<string> keys;
    private readonly ILookup<BlockId, ProposalPart> partsOf;
    private readonly Dictionary<BlockId, List<BlockId>> children = [];

    private PartialDraft(StoryDraft before, StoryDraft after, ProposalParts parts, HashSet<string> keys)
    {
        (old, now) = (new DraftIndex(before), new DraftIndex(after));
        this.keys = keys;
        partsOf = parts.All.ToLookup(part => part.Block);
        foreach (var block in before.All)
        {
            children[block.Id] = [.. block.Blocks.Select(child => child.Id).Where(id => !keys.Contains($"{id} removed") && !keys.Contains($"{id} moved"))];
        }

        foreach (var parent in after.All)
        {
            Place(parent);
        }
    }

    /// <summary>The draft before with the parts of these keys.</summary>
    public static StoryDraft Of(StoryDraft before, StoryDraft after, ProposalParts parts, HashSet<string> keys)
    {
        var partial = new PartialDraft(before, after, parts, keys);
        return DraftRepair.Of(new StoryDraft(partial.Build(BlockId.Story)), id => partial.old.Has(id) || partial.now.Has(id));
    }

    // Blocks come behind the nearest one before them that is there.
    private void Place(DraftBlock parent)
    {
        if (!old.Has(parent.Id) && !keys.Contains($"{parent.Id} added"))
        {
            return;
        }

        var siblings = children.TryGetValue(parent.Id, out var known) ? known : children[parent.Id] = [];
        var last = -1;
        foreach (var block in parent.Blocks)
        {
            if (keys.Contains($"{block.Id} added") || keys.Contains($"{block.Id} moved"))
            {
                siblings.Insert(++last, block.Id);
            }
            else if (siblings.IndexOf(block.Id, last + 1) is >= 0 and var place)
            {
                last = place;
            }
        }
    }

    private DraftBlock Build(BlockId id) => Own(id) with { Blocks = [.. children[id].Select(Build)] };

    private DraftBlock Own(BlockId id)
    {
        if (old.Block(id) is not { } before)
        {
            return now.Block(id)!;
        }

        if (now.Block(id) is not { } after || !partsOf[id].Any(part => keys.Contains(part.Key)))
        {
            return before;
        }

        var block = keys.Contains($"{id} values") ? after with { Texts = before.Texts } : before;
        foreach (var text in partsOf[id].Where(part => part.Name is not null).GroupBy(part => part.Name!))
        {
            var taken = text.Where(part => keys.Contains(part.Key)).ToList();
            if (taken.Count == 0)
            {
                continue;
            }

            var whole = taken.Count == text.Count();
            var changed = whole ? after.Texts[text.Key] : new ChangedText(before.Texts[text.Key] ?? DraftText.Empty, after.Texts[text.Key] ?? DraftText.Empty).With(
                region => taken.Any(part => part.Kind == ProposalChangeKind.Words && part.Region == region), taken.Any(part => part.Kind == ProposalChangeKind.Marks));
            block = block with { Texts = changed is null || (changed.IsEmpty && !whole && !BlockShape.Of(block.Kind).HasCells) ? block.Texts.Without(text.Key) : block.Texts.With(text.Key, changed) };
        }

        return block;
    }
}
