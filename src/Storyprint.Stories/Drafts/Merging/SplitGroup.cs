namespace Storyprint.Stories.Drafts.Merging;

/// <summary>A block with those that were split from it or joined to it.</summary>
internal sealed class SplitGroup(BlockId root)
{
    public BlockId Root => root;

    /// <summary>The blocks beside the root that there were before, and on each side.</summary>
    public List<BlockId> Before { get; } = [];

    /// <inheritdoc cref="Before"/>
    public List<BlockId> Ours { get; } = [];

    /// <inheritdoc cref="Before"/>
    public List<BlockId> Theirs { get; } = [];

    /// <summary>The blocks beside the root after the merge, in the order of the text.</summary>
    public List<BlockId> Merged { get; } = [];

    public bool IsJoined { get; set; }

    /// <summary>The texts of the blocks as one, in the order of a draft.</summary>
    public MergeToken[] Tokens(TokenNumbers numbers, List<BlockId> parts, DraftIndex draft)
    {
        var tokens = new List<MergeToken>();
        if (draft.Block(root) is { } first)
        {
            numbers.Append(tokens, first.Text);
        }

        foreach (var id in parts.Where(draft.Has).OrderBy(draft.OrderOf))
        {
            tokens.Add(numbers.Break(id));
            numbers.Append(tokens, draft.Block(id)!.Text);
        }

        return [.. tokens];
    }
}
