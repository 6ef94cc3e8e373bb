using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>What became of a release. Anything but <see cref="Done"/> and <see cref="InDoubt"/> left everything as it was.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>Why nothing was released, or nobody knows; empty where it was.</summary>
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
    /// <param name="Code">The story's code; new when the story is.</param>
    /// <param name="LogIndex">Where the revision stands in the log.</param>
    /// <param name="WithdrawnPictures">Hashes of the pictures that a withdrawal took away; their files are to be deleted.</param>
    public sealed record Done(StoryCode Code, NewRevision Revision, long LogIndex, IReadOnlyList<string> WithdrawnPictures) : ReleaseOutcome
    {
        public RevisionId Id => new(Code, Revision.Number);

        /// <summary>The hour the story was scheduled for, where that had come; null for a release that somebody made.</summary>
        public DateTimeOffset? DueAt { get; init; }

        /// <summary>Why this machine's clock cannot be right, so that the release bears the time of the log's newest entry; null where it can.</summary>
        public ClockFault? ClockFault { get; init; }

        /// <summary>What the witnesses said to the log with this release in it; null where nobody asked them.</summary>
        public WitnessReport? Witnesses { get; init; }
    }

    /// <summary>The rules forbid it; at least one reason.</summary>
    /// <param name="Current">The revision that is current now, so that an editor can look at what changed; null where there is none.</param>
    public sealed record Refused(IReadOnlyList<ReleaseRefusal> Refusals, RevisionId? Current) : ReleaseOutcome;

    public sealed record NoSuchStory(StoryCode Code) : ReleaseOutcome;

    /// <summary>The story has no draft to release.</summary>
    public sealed record NoDraft(StoryCode Code) : ReleaseOutcome;

    /// <summary>The log cannot be signed now.</summary>
    public sealed record LogRefuses(LogProblem Problem) : ReleaseOutcome;

    /// <summary>The database went away in the middle of the commit and did not come back: the release stands or it was not made. The one outcome besides <see cref="Done"/> that may have changed something.</summary>
    public sealed record InDoubt(string Sentence) : ReleaseOutcome;

    /// <summary>The database could not be written.</summary>
    public sealed record NotStored(string Sentence) : ReleaseOutcome;
}
