using Storyprint.Storage.Drafts;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;

namespace Storyprint.People.Desks;

/// <summary>What waits on the desks of a person, or on all where it belongs to none.</summary>
public sealed record DeskWork
{
    public IReadOnlyList<ScheduledStory> Scheduled { get; init; } = [];

    /// <summary>Stories whose hour has come and that were refused.</summary>
    public IReadOnlyList<RefusedSchedule> Refused { get; init; } = [];

    /// <summary>What waits for somebody who may approve it; empty for a person who may not.</summary>
    public IReadOnlyList<DraftSummary> InReview { get; init; } = [];

    /// <summary>What the person has in hand.</summary>
    public IReadOnlyList<DraftSummary> InHand { get; init; } = [];

    /// <summary>Texts of guests that nobody decided on yet.</summary>
    public IReadOnlyList<WaitingCopy> WaitingCopy { get; init; } = [];

    public IReadOnlyList<OpenComments> OpenComments { get; init; } = [];

    /// <summary>The drafts that were changed last.</summary>
    public IReadOnlyList<DraftSummary> Drafts { get; init; } = [];

    public bool IsEmpty => Scheduled.Count + Refused.Count + InReview.Count + InHand.Count + WaitingCopy.Count + OpenComments.Count + Drafts.Count == 0;
}

/// <summary>A text that a guest handed in and nobody decided on.</summary>
public sealed record WaitingCopy(StoryCode Code, string Headline, string Author);

/// <summary>A draft with comments that nobody dealt with.</summary>
public sealed record OpenComments(StoryCode Code, string Headline, int Count);
