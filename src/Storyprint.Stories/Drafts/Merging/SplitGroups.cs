namespace Storyprint.Stories.Drafts.Merging;

/// <summary>
/// Blocks that were split or joined on one side. Their texts are merged as one, in which a token marks where a block begins: so words that the other side wrote
/// in the tail are in the new block, and none stands twice.
/// </summary>
internal sealed class SplitGroups
{
    private readonly MergeInput input;
    private readonly Dictionary<BlockId, SplitGroup> groups = [];
    private readonly Dictionary<BlockId, SplitGroup> groupOf = [];

    private SplitGroups(MergeInput input) => this.input = input;

    /// <summary>The merged texts of the blocks in groups.</summary>
    public Dictionary<BlockId, DraftText> Texts { get; } = [];

    /// <summary>Whether a block is there after the merge, where its group decides that.</summary>
    public Dictionary<BlockId, bool> IsThere { get; } = [];

    /// <summary>Parts of a block that the other side removed.</summary>
    public Dictionary<BlockId, EditStamp> Removals { get; } = [];

    /// <summary>Blocks whose words somebody only parted, while the other removed them.</summary>
    public HashSet<BlockId> OnlyParted { get; } = [];

    public static SplitGroups Of(MergeInput input)
    {
        var found = new SplitGroups(input);
        found.Collect(input.Ours, input.Theirs);
        found.Collect(input.Theirs, input.Ours);
        Joins.Find(input, found.Join);
        foreach (var group in found.groups.Values)
        {
            found.Merge(group);
        }

        return found;
    }

    /// <summary>The blocks split from one, in the order of the merged text.</summary>
    public IReadOnlyList<BlockId> TailsOf(BlockId root) => groups.TryGetValue(root, out var group) ? group.Merged : [];

    /// <summary>The block that a block was split from in this merge.</summary>
    public BlockId? RootOf(BlockId id) => groupOf.TryGetValue(id, out var group) && group.Root != id ? group.Root : null;

    private void Collect(DraftSide side, DraftSide other)
    {
        foreach (var id in side.Index.Ids)
        {
            if (Root(id, side, other) is { } root)
            {
                Add(root, id, isInBefore: false, side);
            }
        }
    }

    // A block that only one side has is followed back to one that both knew.
    private BlockId? Root(BlockId id, DraftSide side, DraftSide other)
    {
        var (block, steps) = (side.Index.Block(id), 0);
        if (input.Before.Has(id) || other.Index.Has(id) || block?.Origin is null || !BlockShape.Of(block.Kind).HasMainText)
        {
            return null;
        }

        while (block?.Origin is { } origin && steps++ < 1_000)
        {
            if (input.Before.Block(origin) is { } known)
            {
                return BlockShape.Of(known.Kind).HasMainText ? origin : null;
            }

            if (other.Index.Block(origin) is { } shared)
            {
                return side.Index.Has(origin) && BlockShape.Of(shared.Kind).HasMainText ? origin : null;
            }

            block = side.Index.Block(origin);
        }

        return null;
    }

    private void Join(BlockId root, BlockId joined, DraftSide with)
    {
        Add(root, joined, isInBefore: true, with);
        groups[root].IsJoined = true;
        if (groups.Remove(joined, out var parts))
        {
            parts.Ours.ForEach(id => Add(root, id, parts.Before.Contains(id), input.Ours));
            parts.Theirs.ForEach(id => Add(root, id, parts.Before.Contains(id), input.Theirs));
        }
    }

    private void Add(BlockId root, BlockId id, bool isInBefore, DraftSide side)
    {
        if (!groups.TryGetValue(root, out var group))
        {
            groups[root] = groupOf[root] = group = new SplitGroup(root);
        }

        groupOf[id] = group;
        (ReferenceEquals(side, input.Ours) ? group.Ours : group.Theirs).Add(id);
        if (isInBefore)
        {
            group.Before.Add(id);
        }
    }

    private void Merge(SplitGroup group)
    {
        if (!group.IsJoined && (DecideRemoval(group, input.Ours, input.Theirs, group.Ours, group.Theirs) || DecideRemoval(group, input.Theirs, input.Ours, group.Theirs, group.Ours)))
        {
            return;
        }

        var numbers = new TokenNumbers();
        var ours = group.Tokens(numbers, group.Ours, input.Ours.Index);
        var theirs = group.Tokens(numbers, group.Theirs, input.Theirs.Index);
        var before = input.Before.Has(group.Root)
            ? group.Tokens(numbers, group.Before, input.Before)
            : TextSlots.Shared(ours, theirs, TokenText.Sort(ours), TokenText.Sort(theirs));
        var merged = TextMerge.Of(
            before, new TextSide(before, ours, input.Ours.By, input.Ours.Budget), new TextSide(before, theirs, input.Theirs.By, input.Theirs.Budget));
        Part(group, [.. merged]);
        group.Before.ForEach(id => IsThere[id] = Texts.ContainsKey(id));
        if (input.OnlyIn(group.Root) is not null)
        {
            IsThere[group.Root] = !Texts[group.Root].IsEmpty;
        }
        else if (!input.Ours.Index.Has(group.Root) && group.Merged is [var first, ..])
        {
            // Both took the words along into new blocks.
            Texts[first] = DraftText.From([.. Texts[group.Root].Runs, .. Texts[first].Runs]);
        }
    }

    // One side removed the block, the other split it: it goes with all its parts, unless words changed in them.
    private bool DecideRemoval(SplitGroup group, DraftSide with, DraftSide without, List<BlockId> parts, List<BlockId> others)
    {
        if (without.Index.Has(group.Root) || others.Count > 0 || !input.Before.Has(group.Root))
        {
            return false;
        }

        BlockId[] all = [group.Root, .. parts];
        if (string.Concat(all.Select(id => with.Index.Block(id)?.Text.Plain)).Where(letter => !char.IsWhiteSpace(letter))
            .SequenceEqual(input.Before.Block(group.Root)!.Text.Plain.Where(letter => !char.IsWhiteSpace(letter))))
        {
            OnlyParted.UnionWith(all);
            parts.ForEach(id => IsThere[id] = false);
        }
        else
        {
            group.Merged.AddRange(parts.OrderBy(with.Index.OrderOf));
            parts.ForEach(id => Removals[id] = without.By);
        }

        return true;
    }

    private void Part(SplitGroup group, MergeToken[] merged)
    {
        var (root, from) = (group.Root, 0);
        for (var index = 0; index <= merged.Length; index++)
        {
            if (index < merged.Length && (merged[index].Break is not { } begun || begun == root || Texts.ContainsKey(begun)))
            {
                continue;
            }

            Texts[root] = TokenText.Of(merged.AsSpan()[from..index].ToArray().Where(token => token.Break is null).ToArray());
            if (index < merged.Length)
            {
                (root, from) = (merged[index].Break!.Value, index + 1);
                group.Merged.Add(root);
            }
        }
    }
}
