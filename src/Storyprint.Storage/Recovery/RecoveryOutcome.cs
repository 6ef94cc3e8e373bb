using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Recovery;

/// <summary>The outcome of a recovery.</summary>
public abstract record RecoveryOutcome
{
    private RecoveryOutcome()
    {
    }

    /// <summary>Everything in the plan is in the database, or would be in a trial.</summary>
    public sealed record Done : RecoveryOutcome
    {
        public required IReadOnlyList<RecoveredRevision> Revisions { get; init; }

        /// <summary>The number of entries about keys that were recovered.</summary>
        public required int Keys { get; init; }

        /// <summary>Stories whose newest text is lost: they are drafts again.</summary>
        public required IReadOnlyList<StoryCode> Hidden { get; init; }

        /// <summary>Hashes of the pictures of recovered withdrawals; their files are to be deleted.</summary>
        public required IReadOnlyList<string> WithdrawnPictures { get; init; }
    }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Sentence) : RecoveryOutcome;
}

/// <summary>A recovered revision.</summary>
/// <param name="IsNewStory">Whether its story is new to the database.</param>
/// <param name="HasText">Whether its text was recovered; a withdrawal and what it erased have none.</param>
/// <param name="IsErased">Whether its text was erased by a withdrawal.</param>
/// <param name="IsSealed">Whether its seal could be recreated.</param>
public sealed record RecoveredRevision(RevisionId Id, ReleaseKind Kind, DateTimeOffset At, bool IsNewStory, bool HasText, bool IsErased, bool IsSealed);
