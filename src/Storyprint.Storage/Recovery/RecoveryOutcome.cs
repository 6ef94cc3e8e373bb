using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Recovery;

/// <summary>What became of a recovery.</summary>
public abstract record RecoveryOutcome
{
    private RecoveryOutcome()
    {
    }

    /// <summary>Everything the plan says is in the database, or would be.</summary>
    public sealed record Done : RecoveryOutcome
    {
        public required IReadOnlyList<RecoveredRevision> Revisions { get; init; }

        /// <summary>How many entries about keys came back.</summary>
        public required int Keys { get; init; }

        /// <summary>Stories whose newest text is lost: they are drafts again.</summary>
        public required IReadOnlyList<StoryCode> Hidden { get; init; }

        /// <summary>Hashes of the pictures that recovered withdrawals took away; their files are to be deleted.</summary>
        public required IReadOnlyList<string> WithdrawnPictures { get; init; }
    }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Sentence) : RecoveryOutcome;
}

/// <summary>A revision that came back.</summary>
/// <param name="IsNewStory">Whether the database did not know its story.</param>
/// <param name="HasText">Whether its text came back; a withdrawal and what it erased have none.</param>
/// <param name="IsErased">Whether its text is gone on purpose, by a withdrawal.</param>
/// <param name="IsSealed">Whether its seal could be made again.</param>
public sealed record RecoveredRevision(RevisionId Id, ReleaseKind Kind, DateTimeOffset At, bool IsNewStory, bool HasText, bool IsErased, bool IsSealed);
