namespace Storyprint.Stories.Workflow;

/// <summary>Where a story stands in the newsroom's work.</summary>
public enum WorkState
{
    Draft,

    /// <summary>Submitted; waits for somebody who may approve it.</summary>
    InReview,

    Approved,

    Scheduled,

    Published,

    /// <summary>Published, with a changed text that waits to be released.</summary>
    PublishedWithChanges,

    Retracted,

    Withdrawn,
}
