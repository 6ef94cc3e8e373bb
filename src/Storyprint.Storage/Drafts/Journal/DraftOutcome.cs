using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>What became of changes that an editor sent.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>They are stored.</summary>
    /// <param name="Version">The version that the draft has now.</param>
    /// <param name="Change">What leads from the editor's state to that one; empty where nobody else changed anything.</param>
    /// <param name="By">The names of the others whose changes these are.</param>
    /// <param name="IsNew">Whether a version was made.</param>
    public sealed record Merged(long Version, DraftChange Change, IReadOnlyList<string> By, bool IsNew) : DraftOutcome;

    /// <summary>The server does not know the state that the changes were made from; it can be sent whole.</summary>
    /// <param name="Version">The version that the draft has now.</param>
    public sealed record UnknownBase(long Version) : DraftOutcome;

    /// <summary>They do not fit, or make no sound draft.</summary>
    public sealed record Refused(DraftProblem Problem) : DraftOutcome;

    /// <summary>There is no such story.</summary>
    public sealed record NoSuchStory : DraftOutcome;

    /// <summary>The story was withdrawn; no word of it is kept.</summary>
    public sealed record Withdrawn : DraftOutcome;
}
