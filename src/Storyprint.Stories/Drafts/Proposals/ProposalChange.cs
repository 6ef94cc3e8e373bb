namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>A change of a proposal that can be taken or refused for itself. A split, with the words it took from the block before, is one change.</summary>
/// <param name="Key">Names the change within its proposal; the same change keeps its name while others are taken.</param>
/// <param name="Block">Where it is shown.</param>
public sealed record ProposalChange(string Key, ProposalChangeKind Kind, BlockId Block)
{
    /// <summary>The text in the block, where it is about words.</summary>
    public string? Text { get; init; }

    public string Removed { get; init; } = string.Empty;

    public string Added { get; init; } = string.Empty;

    /// <summary>Who made it, the first first.</summary>
    public IReadOnlyList<EditStamp> By { get; init; } = [];
}

public enum ProposalChangeKind
{
    Words,

    /// <summary>Emphasis and links of words that stay.</summary>
    Marks,

    /// <summary>A value or the kind of a block.</summary>
    Value,
    AddedBlock,
    RemovedBlock,
    MovedBlock,
}
