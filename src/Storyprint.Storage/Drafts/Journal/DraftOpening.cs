using Storyprint.Stories.Drafts;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What an editor gets that opens a story.</summary>
public abstract record DraftOpening
{
    private DraftOpening()
    {
    }

    public sealed record Opened(DraftState State) : DraftOpening;

    /// <summary>There is no such story, or no word of it is left.</summary>
    public sealed record NoText : DraftOpening;

    /// <summary>The text is larger than the editor takes, or holds what it cannot show.</summary>
    public sealed record NotEditable(DraftProblem Problem) : DraftOpening;
}
