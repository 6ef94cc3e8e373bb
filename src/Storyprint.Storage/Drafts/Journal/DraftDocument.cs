using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What editors write in: the draft of a story, or a proposal beside it.</summary>
/// <param name="Proposal">The name of a proposal; empty for the draft itself.</param>
public readonly record struct DraftDocument(StoryCode Code, string Proposal = "")
{
    public bool IsProposal => Proposal.Length > 0;

    public static implicit operator DraftDocument(StoryCode code) => new(code);
}
