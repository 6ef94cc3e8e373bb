using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>The outcome of a release. All but <see cref="Done"/> and <see cref="InDoubt"/> left everything unchanged.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>Why nothing was released, or why that is unknown; empty after a release.</summary>
    public string Reason => this switch
    {
        Refused(var refusals, _) => string.Join(' ', refusals.Select(refusal => refusal.Sentence)),
        NoSuchStory(var code) => $"There is no story {code}. Story codes stand on each page and in its link.",
        NoDraft(var code) => $"The story {code} has no draft.",
        LogRefuses(var problem) => problem.Sentence,
        NotStored(var sentence) => sentence,
        InDoubt(var sentence) => sentence,
        _ => string.Empty,
    };

    /// <summary>The revision is on the disk, sealed and logged.</summary>
    /// <param name="Code">The story's code; a new one for a new story.</param>
    /// <param name="LogIndex">Where the revision stands in the log.</param>
    /// <param name="WithdrawnPictures">Hashes of the withdrawn pictures; their files are to be deleted.</param>
    public sealed record Done(StoryCode Code, NewRevision Revision, long LogIndex, IReadOnlyList<string> WithdrawnPictures) : ReleaseOutcome
    {
        public RevisionId Id => new(Code, Revision.Number);

        /// <summary>The time the story was scheduled for; null for a release made by hand.</summary>
        public DateTimeOffset? DueAt { get; init; }

        /// <summary>Why this machine's clock is certainly wrong, so that the release has the time of the log's newest entry; null where it is not.</summary>
        public ClockFault? ClockFault { get; init; }

        /// <summary>Why some bytes of a withdrawn story could not be erased yet; null where all were. The nightly sweep tries again.</summary>
        public string? NotErased { get; init; }

        /// <summary>The witnesses' report on the log with this release; null where they were not asked.</summary>
        public WitnessReport? Witnesses { get; init; }
    }

    /// <summary>A rule refuses it; at least one reason.</summary>
    /// <param name="Current">The current revision, so that an editor can look at what changed; null where there is none.</param>
    public sealed record Refused(IReadOnlyList<ReleaseRefusal> Refusals, RevisionId? Current) : ReleaseOutcome;

    public sealed record NoSuchStory(StoryCode Code) : ReleaseOutcome;

    /// <summary>The story has no draft to release.</summary>
    public sealed record NoDraft(StoryCode Code) : ReleaseOutcome;

    /// <summary>The log cannot be signed now.</summary>
    public sealed record LogRefuses(LogProblem Problem) : ReleaseOutcome;

    /// <summary>The database went away during the commit and did not come back: whether the release stands is unknown.</summary>
    public sealed record InDoubt(string Sentence) : ReleaseOutcome;

    /// <summary>The database could not be written.</summary>
    public sealed record NotStored(string Sentence) : ReleaseOutcome;
}
