namespace Storyprint.Stories.Drafts.Merging;

/// <summary>Which blocks are there after a merge. One that a side removed stays where the other changed it, and whether it stays is a choice.</summary>
internal sealed class Survivors(MergeInput input, SplitGroups splits)
{
    private readonly Dictionary<BlockId, bool> known = [];
    private readonly Dictionary<BlockId, bool> changed = [];

    public bool Has(BlockId id) => id == BlockId.Story || (known.TryGetValue(id, out var survives) ? survives : known[id] = Decide(id));

    /// <summary>Who removed a block that stays only because somebody else changed it; null where nobody did, or where that is said of the block around it.</summary>
    public EditStamp? RemovalOf(BlockId id) => splits.Removals.TryGetValue(id, out var by) ? by
        : !splits.IsThere.ContainsKey(id) && input.Before.Has(id) && input.OnlyIn(id) is var (with, without) && !IsKeptAround(id, with, without) ? without.By : null;

    private bool Decide(BlockId id)
    {
        if (splits.IsThere.TryGetValue(id, out var isThere))
        {
            return isThere;
        }

        var (ours, theirs) = (input.Ours.Index.Has(id), input.Theirs.Index.Has(id));
        return (ours && theirs) || ((ours || theirs) && (!input.Before.Has(id) || (input.OnlyIn(id) is var (with, without) && (IsChanged(id, with, without) || IsKeptAround(id, with, without)))));
    }

    // Whether the block around it was removed with it, and stays.
    private bool IsKeptAround(BlockId id, DraftSide with, DraftSide without)
    {
        var parent = with.Index.ParentOf(id);
        return parent != BlockId.Story && input.Before.Has(parent) && !without.Index.Has(parent) && Has(parent);
    }

    // Whether the side that still has the block changed it, or something in it that the other removed.
    private bool IsChanged(BlockId id, DraftSide with, DraftSide without)
    {
        if (changed.TryGetValue(id, out var answer))
        {
            return answer;
        }

        var (now, before) = (with.Index.Block(id)!, input.Before.Block(id)!);
        answer = IsOwnChanged(now, before) || IsCellChanged(id, with) || now.Blocks.Any(child => !without.Index.Has(child.Id) && input.Before.Has(child.Id) && IsChanged(child.Id, with, without));
        if (!answer)
        {
            // Something new in it stays with it, unless the other only took it apart: then it goes where its neighbours went.
            var isDissolved = before.Blocks.Any(child => without.Index.Has(child.Id));
            answer = !isDissolved && now.Blocks.Any(child => !input.Before.Has(child.Id) || input.Before.ParentOf(child.Id) != id);
        }

        return changed[id] = answer;
    }

    private bool IsOwnChanged(DraftBlock now, DraftBlock before)
    {
        var same = now with { Origin = before.Origin };
        return splits.OnlyParted.Contains(now.Id) ? !(same with { Texts = same.Texts.Without(BlockShape.MainText) }).HasOwn(before with { Texts = before.Texts.Without(BlockShape.MainText) }) : !same.HasOwn(before);
    }

    // A column has no words of its own: those are in the rows.
    private bool IsCellChanged(BlockId id, DraftSide with)
    {
        if (with.Index.Block(id)!.Kind != BlockKind.Column)
        {
            return false;
        }

        return with.Index.ChildrenOf(with.Index.ParentOf(id)).Any(row =>
            row.Texts[id.Value] is { } cell && (input.Before.Block(row.Id) is { } before ? !cell.Equals(before.Texts[id.Value]) : !cell.IsEmpty));
    }
}
