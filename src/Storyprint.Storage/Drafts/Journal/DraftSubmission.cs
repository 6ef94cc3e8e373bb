using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What an editor sends: changes, and the state that they were made from.</summary>
public sealed record DraftSubmission
{
    /// <summary>The editor's name for this sending. The same one again gets the same answer: an answer may have been lost.</summary>
    public required string Request { get; init; }

    public required DraftBase Base { get; init; }

    public required DraftChange Change { get; init; }
}

/// <summary>The state that changes were made from.</summary>
public abstract record DraftBase
{
    private DraftBase()
    {
    }

    /// <summary>A version of the draft.</summary>
    public sealed record Version(long Number) : DraftBase;

    /// <summary>What the editor itself had sent in the request that became a version, before it was merged.</summary>
    public sealed record Branch(long Number) : DraftBase;

    /// <summary>A whole state: the editor comes back with one that this server does not know.</summary>
    public sealed record Whole(StoryDraft Draft) : DraftBase;
}
