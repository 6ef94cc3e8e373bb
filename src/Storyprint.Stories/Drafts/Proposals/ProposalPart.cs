namespace Storyprint.Stories.Drafts.Proposals;

/// <summary>The smallest part of a proposal's changes. Parts that mean something only together are one <see cref="ProposalChange"/>.</summary>
/// <param name="Key">Made of what it changes and not of where it stands, so that it is known again after the draft was edited.</param>
/// <param name="Region">The number of the changed region in the text, where it is about words.</param>
internal sealed record ProposalPart(string Key, ProposalChangeKind Kind, BlockId Block, string? Name = null, int Region = 0)
{
    public string Removed { get; init; } = string.Empty;

    public string Added { get; init; } = string.Empty;
}
